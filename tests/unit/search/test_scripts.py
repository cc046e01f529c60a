"""The same search in other scripts and languages: as people there type, with and without their marks, and with slips."""

from __future__ import annotations

import pytest

from desk.search.bank import Bank
from desk.search.document import Document

#: Of each language some quotes, and lines that find one of them first.
LANGUAGES: dict[str, dict[str, tuple[str, ...]]] = {
    "russian": {
        "Забастовка продолжается, и мы не отступим.": (
            "забастовка",
            "забостовка",
            "забастовки ",
            "забастовкой ",
            "ЗАБАСТОВКА ПРОДОЛЖАЕТСЯ",
        ),
        "Профсоюз требует повышения зарплаты на 15%.": (
            "проф союз",
            "профсоюзы ",
            "зарплата ",
            "повышение зарплат",
            "15 процентов",
        ),
        "Ёлкин заявил, что переговоры зашли в тупик.": ("елкин", "переговоров ", "тупике "),
        "Актёры и сценаристы получат пенсии.": ("актеры", "актеров ", "пенсия "),
        "Мы подписали соглашение с киностудиями.": ("соглашения ", "киностудия ", "подписать "),
    },
    "greek": {
        "Η απεργία συνεχίζεται μέχρι τη νίκη.": (
            "απεργια",
            "ΑΠΕΡΓΙΑ",
            "απεργίας ",
            "νίκης",
            "συνεχιζεται",
            "συνεχίζετε ",
        ),
        "Ο πρόεδρος του σωματείου δήλωσε ότι οι μισθοί είναι χαμηλοί.": (
            "πρόεδρος",
            "ΠΡΟΕΔΡΟΣ",
            "προεδροσ",
            "σωματείο ",
            "μισθός ",
            "μισθων ",
            "ο προεδρος δηλωσε",
        ),
        "Οι ηθοποιοί ζητούν σύμβαση.": ("ηθοποιός ", "ηθοποιων ", "σύμβασης "),
        "Δεν θα υπογράψουμε τίποτα σήμερα.": ("τίποτε ", "σημερα"),
    },
    "arabic": {
        "سيستمر الإضراب حتى نحصل على أجور عادلة": (
            "الاضراب",
            "اضراب ",
            "إضراب ",
            "أجور",
            "اجور عادلة",
            "عادله",
            "أجور عادله ",
            "الإضـــراب",
            "والإضراب ",
        ),
        "قال رئيس النقابة إن المفاوضات توقفت": ("النقابه", "نقابة ", "رييس ", "المفاوضات", "مفاوضات "),
        "الممثلون يطالبون بعقد جديد": ("ممثلون ", "عقد ", "بعقد جديد"),
        "مُعَلِّمون في القاهرة يطلبون زيادة الرواتب": ("معلمون", "القاهره", "رواتب "),
        "لن نوقّع على أيّ اتفاق اليوم": ("نوقع", "اي اتفاق", "اتفاق"),
    },
    "chinese": {
        "罢工将继续进行，直到我们得到公平的工资。": ("继续罢工 ", "公平工资", "公平的工资", "罢工 工资"),
        "工会主席表示谈判陷入僵局。": ("工会", "工会主席", "谈判僵局", "谈判", "主席 谈判", '"谈判陷入僵局"'),
        "演员们要求新的合同。": ("演员", "新合同", "合同", "演员要求合同"),
        "编剧协会于2023年5月2日开始罢工。": ("编剧协会", "编剧", "2023年", "５月２日", "2023 编剧"),
    },
    "japanese": {
        "ストライキは続く。公正な賃金を得るまで。": ("ストライキ", "ｽﾄﾗｲｷ", "賃金", "公正な賃金", "すとらいき"),
        "組合の委員長は交渉が決裂したと述べた。": ("組合", "委員長", "交渉決裂"),
        "俳優たちは新しい契約を求めている。": ("俳優", "新しい契約", "契約"),
        "サーバーのコストが高い": ("サーバ", "サーバー", "ｻｰﾊﾞｰ", "コスト", "ｺｽﾄ"),
        "りんごを食べました": ("リンゴ", "りんご"),
        "ＡＩに関する合意はまだない": ("AI", "ai 合意"),
    },
    "korean": {
        "파업은 공정한 임금을 받을 때까지 계속됩니다.": ("파업 임금 ", "임금", "임금 ", "공정한 임금", "파엄은"),
        "노조 위원장은 협상이 결렬되었다고 말했다.": ("노조", "위원장 ", "협상 결렬 ", "협상이", "협상을 "),
        "배우들은 새로운 계약을 요구하고 있다.": ("배우 ", "배우 계약 ", "계약 ", "새로운 계약 ", "요구하고"),
        "작가조합은 2023년에 파업을 시작했다.": ("작가조합 ", "작가 조합", "2023년 "),
    },
    "thai": {
        "การประท้วงจะดำเนินต่อไปจนกว่าเราจะได้ค่าจ้างที่เป็นธรรม": ("การประท้วง", "ประท้วง", "ค่าจ้าง", "คาจ้าง", "เป็นธรรม", "ประทวง"),
        "ประธานสหภาพกล่าวว่าการเจรจาล้มเหลว": ("สหภาพ", "ประธานสหภาพ", "เจรจา", "การเจรจาล้มเหลว"),
        "นักแสดงต้องการสัญญาใหม่": ("นักแสดง", "สัญญา", "สัญญาใหม่", "สัญา"),
        "เราจะไม่ลงนามวันนี้": ("ลงนาม", "วันนี้"),
    },
    "german": {
        "Die Löhne müssen um zehn Prozent steigen, sagte Müller.": (
            "loehne",
            "Löhne",
            "lohne",
            "Lohn ",
            "mueller",
            "Müller",
            "muller",
            "muessen",
        ),
        "Der Streik geht auf die Straße über.": ("strasse", "STRASSE", "straße", "Strase", "streiks "),
        "Die Gewerkschaft hat die Verträge gekündigt.": ("gewerkschaften ", "vertraege", "vertrag ", "gekuendigt"),
        "Schäuble traf die Geschäftsführer in Köln.": ("schaeuble", "koeln", "geschaeftsfuehrer", "koln"),
    },
    "turkish": {
        "Işık grevi bitirmedi.": ("isik", "ışık", "IŞIK", "Işık"),
        "İstanbul'da işçiler ücret istiyor.": (
            "istanbul",
            "İSTANBUL",
            "Istanbul",
            "isciler",
            "işçi ",
            "ucret",
            "ücret",
            "istanbulda",
        ),
        "Görüşmeler yarın başlıyor.": ("gorusmeler", "goruşmeler", "yarin", "basliyor"),
    },
    "polish": {
        "Strajk w Łodzi trwa, mówi Wałęsa.": ("lodzi", "łodzi", "lodz ", "walesa", "Wałęsa", "mowi"),
        "Związek żąda podwyżek płac.": ("zwiazek", "żada", "zada podwyzek", "plac", "płace "),
        "Umowa została podpisana.": ("umowy ", "podpisane ", "zostala"),
    },
    "danish": {
        "Sørensen sagde, at lønnen er for lav.": ("sorensen", "soerensen", "Sørensen", "lonnen", "loennen", "løn "),
        "Ærø og Århus går i strejke.": ("aero", "aeroe", "århus", "aarhus", "arhus", "gaar", "strejker "),
        "Forhandlingerne er brudt sammen.": ("forhandlinger ",),
    },
    "hebrew": {
        "השביתה תימשך עד שנקבל שכר הוגן.": ("השביתה", "שביתה ", "שכר", "שָׂכָר", "הוגן"),
        "יושב ראש האיגוד אמר שהמשא ומתן נכשל.": ("איגוד ", "משא ומתן "),
        "השחקנים דורשים חוזה חדש": ("שחקנים ", "חוזה", "השחקניס"),
    },
    "hindi": {
        "हड़ताल जारी रहेगी जब तक उचित वेतन नहीं मिलता।": ("हड़ताल", "हडताल", "हड़ताल जारी", "वेतन", "उचित वेतन"),
        "यूनियन के अध्यक्ष ने कहा कि बातचीत टूट गई।": ("यूनियन", "यूनीयन", "अध्यक्ष", "बातचित"),
        "अभिनेता नया अनुबंध चाहते हैं।": ("अनुबन्ध", "अनुबंध", "अभिनेताओं "),
    },
    "french": {
        "L’accord n’est pas signé, a dit Lefèvre.": ("accord", "l'accord", "laccord", "lefevre", "signe", "nest pas"),
        "Les œuvres de Citroën ; ça coûte 1 500 €.": ("oeuvres", "œuvre ", "citroen", "ca coute", "1500", "1 500"),
        "Aujourd’hui, la grève continue.": ("greve", "aujourdhui", "grève continue"),
    },
}

QUOTES = [words for quotes in LANGUAGES.values() for words in quotes]
BANK = Bank(Document(id=number, words=words) for number, words in enumerate(QUOTES))


@pytest.mark.parametrize(
    ("words", "line"),
    [
        pytest.param(words, line, id=f"{language} {line}")
        for language, quotes in LANGUAGES.items()
        for words, lines in quotes.items()
        for line in lines
    ],
)
def test_a_line_finds_its_quote_in_any_script(words: str, line: str) -> None:
    answer = BANK.search(line)
    assert QUOTES[answer.ids[0]] == words
    assert answer.spans(words)


@pytest.mark.parametrize(("line", "found"), [("파업 ", 2), ("파업을 ", 2), ("スト", 2), ("罢工", 2), ("grev ", 1)])
def test_all_that_have_the_word_are_found(line: str, found: int) -> None:
    stem = line.strip()[:2]
    assert sum(stem in QUOTES[number] for number in BANK.search(line).ids) >= found
