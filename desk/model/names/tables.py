"""Words that are names and something else: everyday words that are surnames, first names that many people share, and
surnames that are written first. What is in none of these tables is searched for wherever it stands.
"""

from __future__ import annotations

#: Words of every text that somebody is called by: alone they are a name only where they can be nothing else.
SMALL = frozenset(
    """
    a about after all also am an and any are as at away be been before both but by can could did do does done down
    each else even ever few for from had has have he her here hers him his how i if in into is it its less let like
    many me most much must my near no nor not now of off oh ok on once one only or our out over own she should so
    some such than that the their them then there they this those though till to too under until up us very was we
    well were what when where which while who why with would yes yet you your
    """.split()
)

# The commonest surnames of the United States' census that are among the commonest words too, and some of the trade's.
_EVERYDAY_WORDS = """
    able acre acres admire alley alter amen angel angels anger angles apple april arch arena armor arms artist ash
    august aye bachelor back bacon bad bail bake baker ball balls band bang bank banks banner baptist bare bark
    baron barrier basket bass bath battle battles bay beach beam bean beans bear beard bee beer beers began begin
    bell below belt bench bent berry best bias bible big bigger bill bills bird bishop bitter black blade blades
    blank blessing blind block blood bloom blow blue blunt board body bold bolt bond bonds bone bones book booker
    books boom boot booth boots border borders boring born boss bottom bow bowling box brain brake branch brand
    brass breed breeding breeze brick bride bridge bridges bright bring bro broad broadway broker brook brooks
    brothers brown brush buck bull bulls bump bunch burden bureau burger burns bury bush butcher butler butt butter
    button bye cable cage call camp camps cancel candy cannon canon cap cape captain card cardinal cargo carrier
    carter case cash casino cast castle cave center centers certain chain chamber chambers champ champagne champion
    chance chancellor channel chapel charity charter chase check cheek cheers cherry chess chick child chill chin
    china choice christ christian christians christmas church circle citizen class clause clay clear clerk clever
    click client cliff close cloud coach coal coffee coke cole collar comes comfort commander commons constant cook
    cool cooler cooper cope copper core corn corner corners cost cotton couch council counter counts court courts
    cousin cousins cover cowboy craft crane creek crew crews cross crown cruise crystal current curry cutting daily
    dale dam dame dance dancer dare dark darling dash dates dawn day days deal dean dear deck deep deer degree delay
    demo deputy derby dial diamond dick ditch divine dock doctor dodge doll dollar double downs dragon drain drake
    dress drew driver drone drum dry duck due duke dull duty eager eagle eagles earl early east easter edge elder
    english every eye factor fail fails fair faith fall fallen falls fan farmer fast fate favor favorite fear fears
    fee fees fell felt ferry field fields figures file files fill fine finger first fish fisher fitting fix fleet
    flight flood flower flowers fly folk folks foot force ford forest fort forth fortune forward foster fountain fox
    fraction frame frank free freed freeze french friday fried friend friendly frost fry fury gain gains games gang
    garden gates gay gear gentle gift given glad glance glass going gold golden good goods grace grand grant grass
    grave graves gray greek green grey grief gross grounds grove grow guard guess guest guild gum guy hack hacking
    hail hair hall halls halt ham hammer hand hands handy hang harbor harbour hard harder hardy harm harper harsh
    hart haven hawks hay hazard head heal heard heart heather heck height held herald heritage high hill hills hobby
    holder holding hole holiday hollow holly homes honey hood hook hope hopes horn host house hug human humble hung
    hunger hunt hunter hurt husband ice imperial innocent iron island ivory jack jay jean jeans job journey joy
    judge july jump june junior junk jury just justice kay keen keep kent key keys kidney kind king kiss kitchen
    knee knight knights lack lady lake lakes lamb lamp lance land lands lane large larger laughter law laws lawyer
    lay leader leaf league leak leaks leap learn learned lease leisure lemon lesser level light likes line lines
    link lion list little lively lock locker lodge lone long longest look loop loose lord lords loss lou loud love
    lovely lover loving low lower luck lucky lung main major maker man manner manning manual maple marble march
    marine mark marker marks mars marsh marshal mask mason mass master masters matter max may mayor meals mean means
    medal merchant mess messenger metro mike miles mill miller million mills mines minor miracle mister mix mock
    mode mom monday money monk mood moon moore more morning moss mount mountain music nail nails nation nations
    naval necessary neighbors nephew nest new nice nicely noble noon north northern number numbers nurse oak officer
    old olds olive orange ore organ ours overall pace pack page pages painter pair pal palm pan papa para paradise
    parent parish park parker parks pass pastor pat patch pay peace peak peaks pearl peer pen penn penny people
    peoples pepper perry person persons petty phoenix piano pick pierce pillow pilot pin pine pink pipes pitt place
    plain plant plants plate player plaza pleasant points police polite poll pond pool poor pop pope porch port
    porter post poster potter pound pounds pour power powers pray prayer president press pretty price pride priest
    prime prince prior profit proper prophet proud province pryce punch purchase pure queen quick race rain range
    ranger rank rape rather ray reach read reader reading ready real reason reasons record red reed register rice
    rich rider ridge riding right ring rising risk river rivers rob robin rock rod rode rogue roles roll roller
    rolling rolls romans roof room root roots rose roses rough round rounds row royal ruby rude rule runner running
    rush rushing sack sage saint sale sales salmon sample samples sand sands sandy savage say scales scott screen
    sea seal seals seat seats see seeds self sell seller sells senior sergeant service session sessions settle
    severe shade shake sharp sheets shell shepherd sheriff shield shields shine shock shoe shook shore short shorter
    shorts shoulders show showers shows shy sick sides sierra silk silver sin sing singer sink sites six small smart
    snow sober solar sole song sons south southern space span spark speaker speaks speed spell spencer spoon spray
    spring springs square stack staff stage stairs stake stamp stamps standard star stark start states steel stem
    sterling stern stick stiff still stock stocks stone stones stops storm storms story straight strain strange
    straw stream street streets stretch striker strong struck stuck student study styles sugar suits sum summer
    summers sun sunday sunshine super surface swallow swan sweat sweet swift swim swing sword talent tall tank
    taylor tea tell teller temple tennis test threat throne tiger toll ton tone tongue touch tower towers town towns
    toy trace trail trainer treat trees trial trim true trump tucker tune turner twist union urban valley vessels
    via vice victor victorian victory villa virgin wages wait wake walk walker wall walls ward warn warner warrior
    wash water waters wax way ways wear weaver webb wedding wee weed weekly weeks weight welcome wells welsh west
    western wheat wheeler white whites wild will willing wind wine wing winner winter winters wire wisdom wise wolf
    won wonders woo wood wooden woods wool word work works world worth worthy wright yard yards young younger
"""
#: Surnames and nicknames that are everyday words: without a capital they are no names.
COMMON = frozenset(_EVERYDAY_WORDS.split())

# First names that so many people have that they give nobody away; from the same census, and from the rest of the world.
_GIVEN_NAMES = """
    aaron abbie abby abdul abe abel abigail abraham abram ada adalberto adam adan addie adela adelaide adele adelina
    adeline adolfo adolph adrian adriana adrianne adrienne agatha agnes agustin ahmad ahmed aida aileen aimee aisha
    akira al alan alana alba albert alberta alberto alden aldo alec alecia alejandra alejandro aleksandr aleksandra
    alene aletha alex alexa alexander alexandra alexandria alexei alexis alfonso alfonzo alfred alfreda alfredo ali
    alice alicia alina aline alisa alisha alison alissa allan allen allene allie allison allyson alma alonso alonzo
    alphonse alphonso alta althea alton alva alvaro alvin alvina alyce alyson alyssa amado amalia amanda amber
    ambrose amelia amie amina amir amos amparo amy ana anastasia anders andras andre andrea andreas andrei andrej
    andres andrew andria andy angel angela angelia angelica angelina angeline angelique angelita angelo angie anibal
    anita anja ann anna annabelle anne annemarie annetta annette annie annmarie anthony antione antionette antoine
    antoinette anton antone antonia antonio antony antwan aoife april araceli aram arash archie arden aretha ariel
    arjun arleen arlen arlene arlie arline armand armando armen arne arnold arnoldo arnulfo aron arron art arthur
    arturo asa asha ashlee ashleigh ashley astrid athena aubrey audra audrey august augusta augustine augustus
    aurelia aurelio aurora austin autumn ava avery avi avis ayesha barb barbara barbra barney barry bart basil
    beatrice beatriz beau becky bela belinda bella belle belva ben bence benedict benita benito benjamin bennie
    benny bernadette bernadine bernard bernardo bernice bernie berniece bert berta bertha bertie bertram beryl bess
    bessie beth bethany betsy bette bettie bettina betty bettye beulah beverley beverly bianca bill billie billy
    birdie bjorn blaine blake blanca blanche bo bob bobbi bobbie bobby bonita bonnie boris brad bradford bradley
    bradly brain branden brandi brandie brandon brandy brant breanna brenda brendan brendon brenna brent brenton
    bret brett brian briana brianna brianne brice bridget bridgett bridgette brigitte britney brittany brittney
    broderick brooke bruce bruno bryan bryce bryon bud buddy buford burl buster byron caitlin caleb callie calvin
    cameron camilla camille candace candice candida candy cara caren carey cari caridad carissa carl carla carlene
    carlo carlos carlton carly carmel carmela carmelita carmella carmelo carmen carmine carol carole carolina
    caroline carolyn carrie carrol cary caryn casandra casey cassandra cassie catalina catharine catherine cathleen
    cathrine cathryn cathy catrina cecelia cecil cecile cecilia cedric cedrick celeste celestine celia celina cem
    cesar chad chadwick chaim chance chandra chantel charity charla charlene charles charley charlie charlotte
    charmaine chas chase chasity chastity chauncey chelsea chelsey cheri cherie cheryl chester chet chi chiara chloe
    chong chris christa christal christen christi christian christie christin christina christine christoper
    christophe christopher christy chrystal chuck chung cindi cindy clair claire clara clare clarence clarice
    clarissa claud claude claudette claudia claudine claudio clay clayton clemens clement clemente cleo cletus
    cleveland cliff clifford clifton clint clinton clyde cody colby coleen colette colin colleen collin colton
    columbus concepcion concetta connie conrad constance consuelo cora cordell corey cori corina corine corinne
    cornelia cornelius cornell corrine cortney cory courtney coy craig cristina cristobal cristopher cristy crystal
    curt curtis cynthia cyril cyrus daisy dale dalia dallas damaris damian damien damion damon dan dana dane danette
    danial daniel daniela danielle danilo danita danna dannie danny dante daphne dara darcy darell daren darin dario
    darius darla darlene darnell daron darrel darrell darren darrick darrin darron darryl darwin darya daryl dave
    david davit dawn dayna dean deana deandre deangelo deann deanna deanne debbie debby debora deborah debra dee
    deena deepak deidra deidre deirdre del delbert delia delilah della delma delmar delmer delois delores deloris
    delphine demarcus demetria demetrius dena denice denis denise dennis denny denver deon derek derick derrick
    deshawn desiree desmond dessie destiny devin devon dewayne dewey dewitt dexter diana diane diann dianna dianne
    dick diego dimitri dimitris dina dinah dino dion dionne dirk dixie dmitri dmitry dollie dolly dolores domenic
    dominga domingo dominic dominick dominique don dona donald dong donn donna donnell donnie donny donovan donte
    dora doreen dorene doretha dorian doris dorothea dorothy dorris dorthy dottie doug douglas douglass dov dovie
    doyle drew duane dustin dusty dwain dwayne dwight dylan earl earle earlene earline earnest earnestine ebony ed
    eddie eddy edgar edgardo edison edith edmond edmund edmundo edna eduardo edward edwardo edwin edwina edythe
    effie efrain efren eileen ekaterina elaine elba elbert elda elden eldon eldridge eleanor eleanore elena eleni
    eli elia elias elida elijah elinor elisa elisabeth elise eliseo elisha elissa eliza elizabeth ella ellen ellie
    elliot ellsworth elma elmer elmo elnora eloisa eloise elouise eloy elroy elsa elsie elton elva elvia elvin
    elvira elvis elwood elyse emanuel emery emil emile emilia emilie emilio emily emma emmanuel emmett emmitt emory
    emre enid enoch enrique erasmo eric erica erich erick ericka erik erika erin erlinda erma erna ernest ernestina
    ernestine ernesto ernie errol ervin erwin esmeralda esperanza essie esteban estela estella estelle ester esther
    ethan ethel etta eugene eugenia eugenio eula eunice eusebio eva evan evangelina evangeline eve evelyn everett
    everette evette ezekiel ezequiel ezra fabian faith fannie fanny fatima faustino fausto fay faye federico felecia
    felicia felicita felipe felix felton ferdinand ferenc fermin fern fernando fidel filiberto filomena finn flor
    flora florence florencio florentino florine flossie floyd forest forrest fran frances francesca francesco
    francine francis francisca francisco francois frank frankie franklin franklyn fred freda freddie freddy frederic
    frederick fredric fredrick freida frieda friedrich fritz gabor gabriel gabriela gabrielle gail gale galen
    garfield garland garret garry garth gary gaston gavin gay gaye gayla gayle gaylord gena genaro gene geneva
    genevieve geoffrey george georgette georgi georgia georgina georgios gerald geraldine geraldo gerard gerardo
    geri germaine german gerry gertrude gianni giannis gil gilbert gilberto gilda gillian gina ginger gino giorgi
    giorgio giovanni gisela giulia giuseppe gladys glen glenda glenn glenna gloria goldie gonzalo goran gordon grace
    gracie graciela grady graig granville greg gregg gregorio gregory greta gretchen griselda grover guadalupe
    guillaume guillermina guillermo gus gussie gustav gustavo guy gwen gwendolyn gyorgy hai hal haley hallie hamid
    hanako hank hannah hans harlan harland harley harold harriet harriett harriette harry haruki harvey hasan hassan
    hattie haydee haywood hazel heath heather hector heidi heinz helen helena helene helga henrietta henrik henry
    herb herbert heriberto herman herminia herschel hershel hilario hilary hilda hillary hilton hipolito hiram
    hiroko hiroshi hobert hollie hollis holly homer hong hope horace horacio hortencia hosea howard hoyt hubert huda
    huey hugh hugo humberto hung huong hussein hyman ian ibrahim ida ignacio igor ike ila ilene ilse imelda imogene
    imre ina india ines inez inga ingrid iola iona ione ira irene irina iris irma irvin irving irwin isaac isabel
    isabell isabella isabelle isaiah isaias isiah isidro ismael israel isreal issac istvan iva ivan ivana ivette
    ivory ivy jacinto jack jackie jacklyn jaclyn jacob jacquelin jacqueline jacquelyn jacques jacquline jade jae
    jaime jake jakob jamaal jamal jamar jame jamel james jamey jami jamie jamison jan jana jane janel janell janelle
    janet janette janice janie janine janis janna jannie janos jaqueline jared jarod jarred jarrett jarrod jarvis
    jasmin jasmine jason jasper javier jay jayme jayne jayson jc jean jeanette jeanie jeanine jeanna jeanne
    jeannette jeannie jeannine jed jeff jefferey jeffery jeffrey jeffry jelena jena jenifer jenna jennie jennifer
    jenny jens jerald jeramy jere jeremiah jeremy jeri jermaine jerold jerome jeromy jerrell jerri jerrod jerrold
    jerry jess jesse jessica jessie jesus jewel jewell jill jillian jim jimmie jimmy jo joan joann joanna joanne
    joao joaquin jocelyn jodi jodie jody joe joel joerg joern joesph joey johan johann johanna john johnathan
    johnathon johnie johnnie johnny jolene jon jonah jonas jonathan jonathon joni jordan jordon jorge jose josef
    josefa josefina joseph josephine josh joshua josiah josie jospeh josue joy joyce juan juana juanita jude judi
    judith judson judy juergen jules julia julian juliana julianna julianne julie juliet juliette julio julius jun
    june jung junior jurgen justin justina justine kaitlin kaitlyn kaja kamal kara kareem karel karen kari karim
    karin karina karl karla karon karrie karyn kasey katarina kate katelyn katerina katharine katherine katheryn
    kathi kathie kathleen kathrine kathryn kathy katie katina katja katrina katy kay kaye kayla keenan keiko keisha
    keith kelli kellie kelly kelsey kelvin kemal ken kendall kendra kendrick keneth kenji kenneth kennith kenny kent
    kenton kenya keri kermit kerri kerrie kerry keven kevin khaled khalid kieth kim kimberlee kimberley kimberly kip
    kira kirk kirsten kisha kitty klaus konstantin korey kory kostas kraig kris krishna krista kristal kristen
    kristi kristian kristie kristin kristina kristine kristofer kristopher kristy krystal krystle kurt kurtis kyle
    kylie lacey lacy ladonna lakeisha lakesha lakisha lamar lamont lana lance landon lanny lara larissa larry lars
    lashawn lashonda laszlo latanya latasha latisha latonya latoya latrice laura laurel lauren laurence lauretta
    lauri laurie lavern laverne lavonne lawanda lawerence lawrence layla lazaro lea leah leandro leann leanna leanne
    lee leeann leif leigh leila lela leland lelia lemuel len lena lenard lenny lenora lenore leo leola leon leona
    leonard leonardo leonel leonor leonora leopoldo leora leota leroy les lesa lesley leslie lessie lester leta
    letha leticia letitia lettie levan levi leyla libby lidia lila lilia lilian liliana lillian lillie lilly lily
    lina lincoln linda lindsay lindsey linh lino linwood lionel lisa liz liza lizzie lloyd logan lois lola lolita
    lon lona lonnie lonny lora loraine loren lorena lorene lorenzo loretta lori lorie lorine lorna lorraine lorri
    lorrie lottie lou louann louella louie louis louisa louise lourdes lowell loyd luann luanne luca lucas lucia
    luciano lucien lucila lucile lucille lucinda lucio lucius lucretia lucy luella luigi luis luisa luke lula lupe
    lura luther luz lydia lyle lyman lyn lynda lyndon lynette lynn lynne lynnette lynwood ma mabel mable mac mack
    madeleine madeline madelyn madge madonna mae magdalena maggie mahmoud mai maja major malcolm malcom malik
    malinda malissa mallory mamie man mandi mandy manual manuel manuela mara marc marcel marcela marcelino marcella
    marcellus marcelo marci marcia marcie marco marcos marcus marcy margaret margarita margarito marge margery
    margie margo margot margret marguerite mari maria marian mariana marianna marianne mariano maribel maricela
    marie marietta marilyn marilynn marina mario marion marisa marisela marisol marissa maritza marius marjorie
    marjory mark marko markus marla marlena marlene marlin marlon marquis marquita marsha marta martha martin
    martina marty marva marvin mary maryann maryanne marybeth maryellen maryjane marylou mateo mathew matilda
    matilde matt matteo matthew mattie matyas maude maudie maura maureen maurice mauricio maurine mauro mavis max
    maximo maxine may maya mayme mayra mckinley meagan megan meghan mehmet mei mel melanie melba melinda melisa
    melissa mellisa mellissa melodie melody melva melvin mercedes meredith merle merlin merrill merry mervin mia
    micah michael michaela michal michale micheal michel michele michell michelle mickey migdalia miguel mike mikel
    mikhail mila milagros milan mildred milford millard millicent millie milo milos milton mimi mina mindy minerva
    ming minh minnie miquel miranda miriam mirna missy misti misty mitch mitchel mitzi modesto mohamed mohammad
    mohammed moises mollie molly mona monica monika monique monte monty mose moses moshe muhammad muriel mustafa
    myles myra myrna myron myrtle nadia nadine nakia nan nancy nanette nannie naoki naomi napoleon nasser natalia
    natalie natasha nathan nathanael nathanial nathaniel neal ned neil nelda nell nellie nelly nestor nettie neva
    neville nicholas nichole nick nickolas nicky nicolas nicole niels nigel nikita nikki nikola nikolai nikos nilda
    nils nina nino nita noa noah noe noel noelle noemi nola nolan nona noor nora norbert norberto noreen norma
    norman normand numbers octavia octavio odell odessa odis ofelia ola olaf oleg olen olga olin olive oliver olivia
    ollie oma omar omer opal ophelia ora oralia oren orjan orlando orval orville oscar osman osvaldo oswaldo otha
    otis otto owen pablo paige pam pamala pamela pansy paolo paris pasquale pat patrica patrice patricia patrick
    patsy patti pattie patty paul paula paulette paulina pauline pavel pearl pearlie pearline pedro peggy penelope
    penny per percy petar pete peter petra phil philip philippe phillip phillis philomena phoebe phyllis pierre
    pilar piotr polly porfirio portia preston pricilla priscilla priya queen quentin quincy quintin quinton rachael
    racheal rachel rachelle rae rafael rafaela rahul raj raju raleigh ralph ramiro ramon ramona randal randall
    randell randi randolph randy rania raphael raquel rashad raul ravi ray rayford raymon raymond raymundo reba
    rebeca rebecca rebekah refugio reggie regina reginald reina reinaldo rena renae renaldo renato rene renee renita
    reta retha reuben reva rex rey reyna reynaldo reza rhea rhett rhoda rhonda ricardo richard richie rick rickey
    rickie ricky rico rigoberto rita rivka rob robbie robbin robby robert roberta roberto robin robt robyn rocco
    rochelle rocio rocky rod roderick rodger rodney rodolfo rodrick rodrigo rogelio roger roland rolando rolf
    rolland roman romeo romona ron ronald ronda ronnie ronny roosevelt rory rosa rosalee rosalia rosalie rosalind
    rosalinda rosalyn rosanna rosanne rosario roscoe rose roseann roseanne rosella rosemarie rosemary rosendo
    rosetta rosie rosita roslyn rowena roxana roxanna roxanne roxie roy royal royce roz ruben rubin ruby rudolf
    rudolph rudy rueben rufus rupert russ russel russell rusty ruth ruthie ryan sabine sabrina sadie said sal sallie
    sally salma salvador salvatore sam samantha samatha sami samir sammie sammy samual samuel sandi sandor sandra
    sandy sang sanjay santa santo sara sarah sasha saul saundra savannah scot scott scottie scotty sean sebastian
    selena selina selma serena sergei sergey sergio seth seymour shad shahid shana shanda shane shanna shannon shari
    sharlene sharon sharron shaun shauna shawn shawna shayla shayne sheena sheila shelby sheldon shelia shelley
    shellie shelly sheree sheri sherman sherri sherrie sherry sherwood sheryl shiela shirley shlomo shon shonda sid
    sidney sierra silas silvia simon simone sinead siobhan socorro soeren sofia sol soledad solomon son sondra sonia
    sonja sonny sonya sophia sophie soren stacey staci stacie stacy stan stanford stanley stefan stefanie stefano
    stella stephan stephanie stephen sterling steve steven stevie stuart sue summer sun sung sunil susan susana
    susanna susanne susie suzan suzanne suzette sven svetlana sybil sydney sylvester sylvia tabatha tabitha tad
    takeshi tamar tamara tameka tamela tamera tami tamika tammi tammie tammy tamra tana tania tanisha tanya tara
    tarek tariq taro taryn tasha tatiana tawana ted teddy teodoro tera terence teresa teresita teri terra terrance
    terrell terrence terri terrie terry tessa tessie thad thaddeus thanh thelma theo theodora theodore theresa
    therese theron thierry thomas thurman tia tiara tiffani tiffany tillie tim timmy timothy tina tisha titus tobias
    toby tod todd tom tomas tomasa tomasz tommie tommy toney toni tonia tonja tony tonya tori tory tracey traci
    tracie tracy travis trent trenton treva trevor trey tricia trina trinidad trisha tristan troy trudy truman tuan
    twila ty tyler tyree tyrell tyron tyrone tyson ulysses una ursula uwe vada val valarie valentin valeria valerie
    van vance vanessa vasilis veda velma venus vera verda vern verna vernell vernice vernon veronica vesta vicente
    vicki vickie vicky victor victoria vida vijay vikram viktor vilma vince vincent vincenzo viola violet virgie
    virgil virgilio virgina virginia vito vivian vladimir von vonda wade waldo wallace wally walter wanda warren
    waylon wayne wei weldon wendell wendi wendy werner wes wesley weston whitney wilber wilbert wilbur wilburn wilda
    wilford wilfred wilfredo wilhelmina will willa willard william willian willie willy wilma wilmer wilton winford
    winfred winifred winnie winona winston wm wolfgang woodrow xavier xin yael yannis yasmin yesenia yitzhak yoko
    yolanda yong yosef youssef yuki yuri yusuf yvette yvonne zachariah zachary zachery zack zackary zane zara zelda
    zella zelma zenaida zoe zoila zoltan zsofia
"""
_GIVEN_ELSEWHERE = "محمد احمد محمود علي حسن حسين فاطمه مريم يوسف ابراهيم عمر خالد סרה דוד משה יוסי אברהמ שרה"
GIVEN = frozenset((*_GIVEN_NAMES.split(), *_GIVEN_ELSEWHERE.split()))

#: First names that are surnames more often: as a second name they are one.
GIVEN_SURNAMES = frozenset(
    """
    anderson barrett barton bennett benton berry blair booker boyce boyd brady britt brock brooks bryant buck burt
    burton carroll carson carter chang cherry clark cole coleman cortez cruz dalton davis dillon dorsey dudley
    duncan elliott ellis emerson fletcher foster freeman garrett graham grant hanna harris harrison hayden hester
    houston hunter jackson jefferson johnson kelley king kirby lane lewis long marshall mason maxwell maynard miles
    mitchell monroe morgan morris morton murray nelson newton noble norris palmer parker perry porter prince quinn
    reed reid reyes rich riley ross sanford santiago santos shelton spencer stanton stewart tanner taylor valencia
    valentine vaughn walker walton ward warner wiley williams willis wilson wyatt young
    """.split()
)

#: Surnames that stand first where their bearers live, as these write them in Latin letters.
FIRST_SURNAMES = frozenset(
    """
    ahn bae baek bak ban byun cha chae cheon cho choe choi chon choo chun chung eom gang gim goh gong gu gwak gwon ha han heo
    hong huh hwang hyun im jang jeon jeong ji jin jo joo ju jun jung kang kim ko kong koo kook ku kwak kwon lee lim ma maeng min
    moon myung nah nam noh oh ok pae paik park pyo rhee roh ryu seo seok shim shin sim sin so sohn son song suh sung wang wi won
    woo yang yi yeo yoo yoon you yu yun
    ai an bai bao bi bian bo cai cao cen chan chang chao che chen cheng cheung chew chi chiang chien chin chiu chou chow chu
    chua chui cui dai deng ding dong dou du duan fan fang fei feng fong fu gan gao ge geng gong gu guan guo hai han hao he ho hou
    hsieh hsu hu hua huang hui hung huo ji jia jian jiang jiao jin jing kang ke kong kuang kuo kwan kwok lai lam lan lao lau law
    lei leng leung li lian liang liao lin ling liu lo long lou lu luo lui luk lun luo lv ma mai man mao mei meng mi miao mo mok mu
    ng ni nie ning niu ong ouyang pan pang pei peng poon pu qi qian qiao qin qiu qu quan ran rao ren rong ruan rui shang shao she
    shen sheng shi shih shu si sima siu song su sui sun szeto tai tan tang tao teng tian tong tsai tsang tse tso tsui tu wan wang
    wei wen weng wong wu xi xia xiang xiao xie xin xing xiong xu xue yan yang yao ye yeung yi yin ying you yu yuan yue yun zang
    zeng zhai zhan zhang zhao zheng zhong zhou zhu zhuang zhuge zong zou zu zuo
    bui cao chu dam dang dao dinh do doan duong ha ho hoang huynh khuc kieu lam le luong luu ly mac mai ngo nguyen nghiem phan
    pham phung quach ta tang thai thach tieu to ton tran trieu trinh truong vo vu vuong
    abe aoki ando endo fujii fujimoto fujita fujiwara fukuda goto hara harada hasegawa hashimoto hayashi hirano honda ikeda imai
    inoue ishida ishii ishikawa ito iwasaki kato kawaguchi kaneko kikuchi kimura kinoshita kobayashi kondo kudo maeda maruyama
    matsuda matsui matsumoto miura miyamoto miyazaki mori morita murakami murata nakagawa nakajima nakamura nakano nakayama
    nishimura noguchi nomura ogawa okada okamoto ono ota otsuka saito sakai sakamoto sakurai sano sasaki sato shibata shimada
    shimizu sugawara sugiyama suzuki takada takagi takahashi takeda takeuchi tamura tanaka taniguchi uchida ueda ueno ushijima
    wada watanabe yamada yamaguchi yamamoto yamanaka yamashita yamazaki yokoyama yoshida yoshino
    """.split()
)

#: Short words that belong to the surname after them.
PARTICLES = frozenset(
    """
    abu af al am ap at av ben bin bint d da das de degli dei del dela della delle den der des di do dos du e el em est fitz ibn
    in l la las le les lo los mac mc o of oude saint san santa st t te ten ter thi tho til tot und van vande vanden vander vom
    von y zu zum zur
    """.split()
)
# Of these, the ones that are written as one with the rest as well.
JOINED = (
    "vander",
    "vanden",
    "vande",
    "van",
    "von",
    "dela",
    "della",
    "del",
    "de",
    "di",
    "du",
    "la",
    "le",
    "fitz",
    "mac",
    "mc",
    "al",
    "el",
)

#: What a description of somebody ends with, and a name does not.
DESCRIPTIONS = frozenset(
    """
    adviser advisor aide agent analyst assistant attendee author bargainer boss captain chief colleague consultant contact
    delegate director employee engineer exec executive expert figure friend guild informant insider journalist lawyer leader
    lobbyist manager mediator member negotiator observer official officer organiser organizer participant party person producer
    reporter representative rep showrunner somebody someone source spokesman spokesperson spokeswoman staffer steward
    strategist studio supporter teamster union veteran witness worker writer
    """.split()
)

#: Initials that stand for something else in news copy.
NOT_INITIALS = frozenset("ad ai am bc dc ec eu fm hr la nj nh nm nc nd ny pm pr pt ri sc sd tv uk un us vp wv".split())
#: Capitals side by side that are words, states and bodies of news copy, and no initials of a person.
NOT_CAPITALS = NOT_INITIALS | frozenset(
    """
    ab ac ad ah ai al am an ap ar as at az ba be bo by ca cb ce co ct cw da dc de do ea ed eh ep er et ex fa fl fm fx ga ge gi gm
    go gp ha he hi ho hp hq hr ia id if il in io ip iq is it ix ja jr ks ky la lo lp ma md me mi ml mn mo mp mr ms mt mu my nc nd
    ne nh nj nm no nv oh ok om on op or os ow ox oz pa pc ph pi pm po pr ps qa qb ra rd re rn ri rv sc sd sh si so sr st ta ti tn
    to tn tv tx um un up ur us ut va vi vp vs vt wa we wi wv wy xi ya ye yo
    aba abc acc act add afi afl afm aft ago ama amc ami amp and any apa are art atf atm aug bad bar bbc bet big bit but buy can car
    cbc cbo cbs cdc ceo cfo cia cio coo cnn cpi cut cwa day dec dga dhs did dnc doe doj dot due dvd eat end eop epa eps esl far
    fbi fcc fda fec few for fox ftc fun gap gdp get gif gmo god gop got gps gun guy had has hbo her hhs him his hiv how hud ibt
    ibm ice ios irs ira isp its job kkk law led let lgb lol lot low mad man map may men mgm mid mlb mls mob mom mri mtv nab nba
    nbc nea new nfl ngo nhl nih npr nra nrc nsa nor not now nyc nyt off old omb one our out own pac pay pbs pdf per pga ppo put
    ran raw red rnc run sag sat saw say sba sea sec see set she sit six snl son spd ssa tax tbs tea ten the tie tnt too top tow
    try tsa two ufc ufo una upi ups usa usc use van vfx vip war was way web wga who why win wto wwe yes yet you
    """.split()
)
