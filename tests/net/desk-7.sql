-- A desk's file as the desk of November 2026 (main at 9b657ee, model 7) wrote it, with a row of every kind.
-- It stands for every file that reporters have: it is never made anew. tests/net/test_net.py opens it as it is.
PRAGMA application_id = 1147499371;
PRAGMA user_version = 7;
BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'desk','0001_actions_and_history','2026-11-30 18:47:40.393400+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'desk','0002_dates','2026-11-30 18:47:40.400279+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'desk','0003_who_and_where_from','2026-11-30 18:47:40.416135+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'desk','0004_talks','2026-11-30 18:47:40.432127+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'desk','0005_quotes','2026-11-30 18:47:40.441222+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'desk','0006_stories','2026-11-30 18:47:40.450838+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'desk','0007_compared_as','2026-11-30 18:47:40.452636+00:00');
CREATE TABLE action (
  id        INTEGER PRIMARY KEY AUTOINCREMENT,
  at        TEXT    NOT NULL,
  label     TEXT    NOT NULL,                      -- "log a development", shown by undo and in "what changed"
  via       TEXT    NOT NULL CHECK (via IN ('desk', 'command', 'import', 'demo', 'start')),
  who       TEXT    NOT NULL DEFAULT '',
  kind      TEXT    NOT NULL DEFAULT 'do' CHECK (kind IN ('do', 'undo', 'redo')),
  target    INTEGER REFERENCES action(id),         -- what an undo or redo is of
  -- A bulk action (an import) is written in batches. Its rows are hidden until it is done, and hidden again when it is
  -- taken back: by undo, or at the next start when whoever ran it is gone.
  bulk      INTEGER NOT NULL DEFAULT 0 CHECK (bulk IN (0, 1)),
  state     TEXT    NOT NULL DEFAULT 'done' CHECK (state IN ('open', 'done', 'taken_back')),
  holder    TEXT    NOT NULL DEFAULT '',           -- host:process that has an open action
  beat_at   TEXT,                                  -- its last sign of life
  CHECK ((kind = 'do') = (target IS NULL)),
  CHECK (bulk = 1 OR state = 'done')
) STRICT;
INSERT INTO "action" VALUES(1,'2026-02-14T17:00:00.000Z','add the party SAG-AFTRA','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(2,'2026-02-14T17:00:00.000Z','add the party AMPTP','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(3,'2026-02-14T17:00:00.000Z','add the party Metro Transit','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(4,'2026-02-14T17:00:00.000Z','add the party Labor Board','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(5,'2026-02-14T17:00:00.000Z','add the party Pat Mediator & Co','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(6,'2026-02-14T17:00:00.000Z','add the talks SAG-AFTRA 2026','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(7,'2026-02-14T17:00:00.000Z','add the talks WGA 2026','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(8,'2026-02-14T17:00:00.000Z','add Duncan Crabtree-Ireland','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(9,'2026-02-14T17:00:00.000Z','add the issue Streaming residuals','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(10,'2026-02-14T17:00:00.000Z','add the source presser','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(11,'2026-02-14T17:00:00.000Z','add the story week-one','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(12,'2026-02-14T17:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(13,'2026-02-14T17:00:00.000Z','add the deadline Contract expires','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(14,'2026-02-14T17:00:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(15,'2026-02-14T17:00:00.000Z','add the check the hour of June 30','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:00:00.000Z');
INSERT INTO "action" VALUES(16,'2026-02-14T17:01:00.000Z','add the party DGA','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:01:00.000Z');
INSERT INTO "action" VALUES(17,'2026-02-14T17:02:00.000Z','edit the party SAG-AFTRA','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:02:00.000Z');
INSERT INTO "action" VALUES(18,'2026-02-14T17:03:00.000Z','withdraw the party AMPTP','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:03:00.000Z');
INSERT INTO "action" VALUES(19,'2026-02-14T17:04:00.000Z','withdraw the party AMPTP','desk','Ann Reporter','undo',18,0,'done','','2026-02-14T17:04:00.000Z');
INSERT INTO "action" VALUES(20,'2026-02-14T17:05:00.000Z','merge AMPTP into SAG-AFTRA','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:05:00.000Z');
INSERT INTO "action" VALUES(21,'2026-02-14T17:06:00.000Z','merge AMPTP into SAG-AFTRA','desk','Ann Reporter','undo',20,0,'done','','2026-02-14T17:06:00.000Z');
INSERT INTO "action" VALUES(22,'2026-02-14T17:07:00.000Z','add Sean Astin','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:07:00.000Z');
INSERT INTO "action" VALUES(23,'2026-02-14T17:08:00.000Z','edit a person','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:08:00.000Z');
INSERT INTO "action" VALUES(24,'2026-02-14T17:09:00.000Z','edit a person','desk','Ann Reporter','undo',23,0,'done','','2026-02-14T17:09:00.000Z');
INSERT INTO "action" VALUES(25,'2026-02-14T17:10:00.000Z','withdraw a person','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:10:00.000Z');
INSERT INTO "action" VALUES(26,'2026-02-14T17:11:00.000Z','withdraw a person','desk','Ann Reporter','undo',25,0,'done','','2026-02-14T17:11:00.000Z');
INSERT INTO "action" VALUES(27,'2026-02-14T17:12:00.000Z','add the source S2','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:12:00.000Z');
INSERT INTO "action" VALUES(28,'2026-02-14T17:13:00.000Z','edit the source presser','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:13:00.000Z');
INSERT INTO "action" VALUES(29,'2026-02-14T17:14:00.000Z','withdraw the source presser','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:14:00.000Z');
INSERT INTO "action" VALUES(30,'2026-02-14T17:15:00.000Z','withdraw the source presser','desk','Ann Reporter','undo',29,0,'done','','2026-02-14T17:15:00.000Z');
INSERT INTO "action" VALUES(31,'2026-02-14T17:16:00.000Z','set the ground rule: off record','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:16:00.000Z');
INSERT INTO "action" VALUES(32,'2026-02-14T17:17:00.000Z','set the ground rule: off record','desk','Ann Reporter','undo',31,0,'done','','2026-02-14T17:17:00.000Z');
INSERT INTO "action" VALUES(33,'2026-02-14T17:18:00.000Z','set an embargo','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:18:00.000Z');
INSERT INTO "action" VALUES(34,'2026-02-14T17:19:00.000Z','edit the talks SAG-AFTRA 2026 talks','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:19:00.000Z');
INSERT INTO "action" VALUES(35,'2026-02-14T17:20:00.000Z','withdraw the talks SAG-AFTRA 2026 talks','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:20:00.000Z');
INSERT INTO "action" VALUES(36,'2026-02-14T17:21:00.000Z','withdraw the talks SAG-AFTRA 2026 talks','desk','Ann Reporter','undo',35,0,'done','','2026-02-14T17:21:00.000Z');
INSERT INTO "action" VALUES(37,'2026-02-14T17:22:00.000Z','add the issue AI','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:22:00.000Z');
INSERT INTO "action" VALUES(38,'2026-02-14T17:23:00.000Z','edit the issue Residuals','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:23:00.000Z');
INSERT INTO "action" VALUES(39,'2026-02-14T17:24:00.000Z','withdraw an issue','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:24:00.000Z');
INSERT INTO "action" VALUES(40,'2026-02-14T17:25:00.000Z','withdraw an issue','desk','Ann Reporter','undo',39,0,'done','','2026-02-14T17:25:00.000Z');
INSERT INTO "action" VALUES(41,'2026-02-14T17:26:00.000Z','add a position','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:26:00.000Z');
INSERT INTO "action" VALUES(42,'2026-02-14T17:27:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:27:00.000Z');
INSERT INTO "action" VALUES(43,'2026-02-14T17:28:00.000Z','edit a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:28:00.000Z');
INSERT INTO "action" VALUES(44,'2026-02-14T17:29:00.000Z','withdraw a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:29:00.000Z');
INSERT INTO "action" VALUES(45,'2026-02-14T17:30:00.000Z','withdraw a development','desk','Ann Reporter','undo',44,0,'done','','2026-02-14T17:30:00.000Z');
INSERT INTO "action" VALUES(46,'2026-02-14T17:31:00.000Z','add the deadline WGA talks begin','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:31:00.000Z');
INSERT INTO "action" VALUES(47,'2026-02-14T17:32:00.000Z','add another date','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:32:00.000Z');
INSERT INTO "action" VALUES(48,'2026-02-14T17:33:00.000Z','done: Contract expires','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:33:00.000Z');
INSERT INTO "action" VALUES(49,'2026-02-14T17:34:00.000Z','edit the deadline Contract ends','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:34:00.000Z');
INSERT INTO "action" VALUES(50,'2026-02-14T17:35:00.000Z','withdraw the deadline Contract ends','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:35:00.000Z');
INSERT INTO "action" VALUES(51,'2026-02-14T17:36:00.000Z','withdraw the deadline Contract ends','desk','Ann Reporter','undo',50,0,'done','','2026-02-14T17:36:00.000Z');
INSERT INTO "action" VALUES(52,'2026-02-14T17:37:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:37:00.000Z');
INSERT INTO "action" VALUES(53,'2026-02-14T17:38:00.000Z','edit a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:38:00.000Z');
INSERT INTO "action" VALUES(54,'2026-02-14T17:39:00.000Z','withdraw a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:39:00.000Z');
INSERT INTO "action" VALUES(55,'2026-02-14T17:40:00.000Z','withdraw a quote','desk','Ann Reporter','undo',54,0,'done','','2026-02-14T17:40:00.000Z');
INSERT INTO "action" VALUES(56,'2026-02-14T17:41:00.000Z','mark a quote disputed','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:41:00.000Z');
INSERT INTO "action" VALUES(57,'2026-02-14T17:42:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:42:00.000Z');
INSERT INTO "action" VALUES(58,'2026-02-14T17:43:00.000Z','add the story week-two','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:43:00.000Z');
INSERT INTO "action" VALUES(59,'2026-02-14T17:44:00.000Z','edit the story week-two','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:44:00.000Z');
INSERT INTO "action" VALUES(60,'2026-02-14T17:45:00.000Z','withdraw the story week-one','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:45:00.000Z');
INSERT INTO "action" VALUES(61,'2026-02-14T17:46:00.000Z','withdraw the story week-one','desk','Ann Reporter','undo',60,0,'done','','2026-02-14T17:46:00.000Z');
INSERT INTO "action" VALUES(62,'2026-02-14T17:47:00.000Z','add the check which Monday','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:47:00.000Z');
INSERT INTO "action" VALUES(63,'2026-02-14T17:48:00.000Z','mark “the hour of June 30” green','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:48:00.000Z');
INSERT INTO "action" VALUES(64,'2026-02-14T17:49:00.000Z','withdraw a check','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:49:00.000Z');
INSERT INTO "action" VALUES(65,'2026-02-14T17:50:00.000Z','withdraw a check','desk','Ann Reporter','undo',64,0,'done','','2026-02-14T17:50:00.000Z');
INSERT INTO "action" VALUES(66,'2026-02-14T17:50:00.000Z','add a person','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:50:00.000Z');
INSERT INTO "action" VALUES(67,'2026-02-14T17:51:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:51:00.000Z');
INSERT INTO "action" VALUES(68,'2026-02-14T17:52:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:52:00.000Z');
INSERT INTO "action" VALUES(69,'2026-02-14T17:53:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:53:00.000Z');
INSERT INTO "action" VALUES(70,'2026-02-14T17:54:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:54:00.000Z');
INSERT INTO "action" VALUES(71,'2026-02-14T17:55:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:55:00.000Z');
INSERT INTO "action" VALUES(72,'2026-02-14T17:56:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:56:00.000Z');
INSERT INTO "action" VALUES(73,'2026-02-14T17:57:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:57:00.000Z');
INSERT INTO "action" VALUES(74,'2026-02-14T17:58:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:58:00.000Z');
INSERT INTO "action" VALUES(75,'2026-02-14T17:59:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T17:59:00.000Z');
INSERT INTO "action" VALUES(76,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(77,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(78,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(79,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(80,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(81,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(82,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(83,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(84,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(85,'2026-02-14T18:00:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:00:00.000Z');
INSERT INTO "action" VALUES(86,'2026-02-14T18:01:00.000Z','add the source src1','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:01:00.000Z');
INSERT INTO "action" VALUES(87,'2026-02-14T18:01:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:01:00.000Z');
INSERT INTO "action" VALUES(88,'2026-02-14T18:01:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:01:00.000Z');
INSERT INTO "action" VALUES(89,'2026-02-14T18:02:00.000Z','add the source src2','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:02:00.000Z');
INSERT INTO "action" VALUES(90,'2026-02-14T18:02:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:02:00.000Z');
INSERT INTO "action" VALUES(91,'2026-02-14T18:02:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:02:00.000Z');
INSERT INTO "action" VALUES(92,'2026-02-14T18:03:00.000Z','add the source src3','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:03:00.000Z');
INSERT INTO "action" VALUES(93,'2026-02-14T18:03:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:03:00.000Z');
INSERT INTO "action" VALUES(94,'2026-02-14T18:03:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:03:00.000Z');
INSERT INTO "action" VALUES(95,'2026-02-14T18:04:00.000Z','add the source src4','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:04:00.000Z');
INSERT INTO "action" VALUES(96,'2026-02-14T18:04:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:04:00.000Z');
INSERT INTO "action" VALUES(97,'2026-02-14T18:04:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:04:00.000Z');
INSERT INTO "action" VALUES(98,'2026-02-14T18:05:00.000Z','add the source src5','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:05:00.000Z');
INSERT INTO "action" VALUES(99,'2026-02-14T18:05:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:05:00.000Z');
INSERT INTO "action" VALUES(100,'2026-02-14T18:05:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:05:00.000Z');
INSERT INTO "action" VALUES(101,'2026-02-14T18:06:00.000Z','add the source src6','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:06:00.000Z');
INSERT INTO "action" VALUES(102,'2026-02-14T18:06:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:06:00.000Z');
INSERT INTO "action" VALUES(103,'2026-02-14T18:07:00.000Z','add the source src7','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:07:00.000Z');
INSERT INTO "action" VALUES(104,'2026-02-14T18:07:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:07:00.000Z');
INSERT INTO "action" VALUES(105,'2026-02-14T18:08:00.000Z','add the source src8','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:08:00.000Z');
INSERT INTO "action" VALUES(106,'2026-02-14T18:08:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:08:00.000Z');
INSERT INTO "action" VALUES(107,'2026-02-14T18:08:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:08:00.000Z');
INSERT INTO "action" VALUES(108,'2026-02-14T18:09:00.000Z','add the source src9','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:09:00.000Z');
INSERT INTO "action" VALUES(109,'2026-02-14T18:09:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:09:00.000Z');
INSERT INTO "action" VALUES(110,'2026-02-14T18:09:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:09:00.000Z');
INSERT INTO "action" VALUES(111,'2026-02-14T18:10:00.000Z','add the source src10','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:10:00.000Z');
INSERT INTO "action" VALUES(112,'2026-02-14T18:10:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:10:00.000Z');
INSERT INTO "action" VALUES(113,'2026-02-14T18:10:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:10:00.000Z');
INSERT INTO "action" VALUES(114,'2026-02-14T18:11:00.000Z','add the source src11','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:11:00.000Z');
INSERT INTO "action" VALUES(115,'2026-02-14T18:11:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:11:00.000Z');
INSERT INTO "action" VALUES(116,'2026-02-14T18:11:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:11:00.000Z');
INSERT INTO "action" VALUES(117,'2026-02-14T18:12:00.000Z','add the source src12','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(118,'2026-02-14T18:12:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(119,'2026-02-14T18:12:00.000Z','verify a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(120,'2026-02-14T18:12:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(121,'2026-02-14T18:12:00.000Z','add a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(122,'2026-02-14T18:12:00.000Z','add a position','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(123,'2026-02-14T18:12:00.000Z','add a position','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(124,'2026-02-14T18:12:00.000Z','add a position','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(125,'2026-02-14T18:12:00.000Z','add a position','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(126,'2026-02-14T18:12:00.000Z','add a position','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(127,'2026-02-14T18:12:00.000Z','set an embargo','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(128,'2026-02-14T18:12:00.000Z','set an embargo','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(129,'2026-02-14T18:12:00.000Z','set the ground rule: background','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:12:00.000Z');
INSERT INTO "action" VALUES(130,'2026-02-14T18:13:00.000Z','add the deadline talks_begin comes','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:13:00.000Z');
INSERT INTO "action" VALUES(131,'2026-02-14T18:14:00.000Z','add the deadline talks_resume comes','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:14:00.000Z');
INSERT INTO "action" VALUES(132,'2026-02-14T18:15:00.000Z','add the deadline expiry comes','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:15:00.000Z');
INSERT INTO "action" VALUES(133,'2026-02-14T18:16:00.000Z','add the deadline vote comes','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:16:00.000Z');
INSERT INTO "action" VALUES(134,'2026-02-14T18:17:00.000Z','add the deadline filing comes','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:17:00.000Z');
INSERT INTO "action" VALUES(135,'2026-02-14T18:18:00.000Z','add the deadline publication comes','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:18:00.000Z');
INSERT INTO "action" VALUES(136,'2026-02-14T18:19:00.000Z','add the deadline other comes','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(137,'2026-02-14T18:19:00.000Z','add another date','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(138,'2026-02-14T18:19:00.000Z','add the check check for red','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(139,'2026-02-14T18:19:00.000Z','mark “check for red” red','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(140,'2026-02-14T18:19:00.000Z','add the check check for amber','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(141,'2026-02-14T18:19:00.000Z','mark “check for amber” amber','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(142,'2026-02-14T18:19:00.000Z','add the check check for green','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(143,'2026-02-14T18:19:00.000Z','mark “check for green” green','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(144,'2026-02-14T18:19:00.000Z','add the check check for n_a','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(145,'2026-02-14T18:19:00.000Z','mark “check for n_a” n/a','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:19:00.000Z');
INSERT INTO "action" VALUES(146,'2026-02-14T18:20:00.000Z','import desk.jsonl','desk','Ann Reporter','do',NULL,1,'done','laptop:4711','2026-02-14T18:20:00.000Z');
INSERT INTO "action" VALUES(147,'2026-02-14T18:21:00.000Z','import desk.jsonl','desk','Ann Reporter','do',NULL,1,'taken_back','laptop:4711','2026-02-14T18:21:00.000Z');
INSERT INTO "action" VALUES(148,'2026-02-14T18:21:00.000Z','import desk.jsonl','desk','Ann Reporter','undo',147,0,'done','','2026-02-14T18:21:00.000Z');
INSERT INTO "action" VALUES(149,'2026-02-14T18:21:00.000Z','import demo.json','desk','Ann Reporter','do',NULL,1,'done','laptop:4711','2026-02-14T18:21:00.000Z');
INSERT INTO "action" VALUES(150,'2026-02-14T18:23:00.000Z','import twin.json','desk','Ann Reporter','do',NULL,1,'done','laptop:4711','2026-02-14T18:23:00.000Z');
INSERT INTO "action" VALUES(151,'2026-02-14T18:23:00.000Z','edit Duncan Crabtree-Ireland','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:23:00.000Z');
INSERT INTO "action" VALUES(152,'2026-02-14T18:23:00.000Z','add a person','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:23:00.000Z');
INSERT INTO "action" VALUES(153,'2026-02-14T18:23:00.000Z','edit a person','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:23:00.000Z');
INSERT INTO "action" VALUES(154,'2026-02-14T18:24:00.000Z','log a development','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:24:00.000Z');
INSERT INTO "action" VALUES(155,'2026-02-14T18:25:00.000Z','mark a quote disputed','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:25:00.000Z');
INSERT INTO "action" VALUES(156,'2026-02-14T18:26:00.000Z','add Duncan Crabtree Ireland','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:26:00.000Z');
INSERT INTO "action" VALUES(157,'2026-02-14T18:26:00.000Z','merge Duncan Crabtree Ireland into Duncan Crabtree-Ireland','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:26:00.000Z');
INSERT INTO "action" VALUES(158,'2026-02-14T18:27:00.000Z','withdraw a quote','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:27:00.000Z');
INSERT INTO "action" VALUES(159,'2026-02-14T18:28:00.000Z','mark “the hour of June 30” amber','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:28:00.000Z');
INSERT INTO "action" VALUES(160,'2026-02-14T18:29:00.000Z','add the issue Undone issue','desk','Ann Reporter','do',NULL,0,'done','','2026-02-14T18:29:00.000Z');
INSERT INTO "action" VALUES(161,'2026-02-14T18:29:00.000Z','add the issue Undone issue','desk','Ann Reporter','undo',160,0,'done','','2026-02-14T18:29:00.000Z');
CREATE TABLE check_mark (
  id           INTEGER PRIMARY KEY,
  check_id     INTEGER NOT NULL REFERENCES story_check(id),
  mark         TEXT NOT NULL CHECK (mark IN ('red', 'amber', 'green', 'n_a')),
  evidence     TEXT NOT NULL DEFAULT '',
  source_id    INTEGER REFERENCES source(id),
  who          TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES check_mark(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  -- Evidence for green is never the story itself, so it has to be said what it is.
  CHECK (mark <> 'green' OR evidence <> '' OR source_id IS NOT NULL)
) STRICT;
INSERT INTO "check_mark" VALUES(1,1,'red','',NULL,'Ann Reporter',NULL,15,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(2,2,'red','',NULL,'Ann Reporter',NULL,62,'2026-02-14T17:47:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(3,1,'green','the calendar',NULL,'Ann Reporter',NULL,63,'2026-02-14T17:48:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(4,3,'red','',NULL,'Ann Reporter',NULL,138,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(5,3,'red','',NULL,'Ann Reporter',NULL,139,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(6,4,'red','',NULL,'Ann Reporter',NULL,140,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(7,4,'amber','',NULL,'Ann Reporter',NULL,141,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(8,5,'red','',NULL,'Ann Reporter',NULL,142,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(9,5,'green','the calendar',NULL,'Ann Reporter',NULL,143,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(10,6,'red','',NULL,'Ann Reporter',NULL,144,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(11,6,'n_a','',NULL,'Ann Reporter',NULL,145,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(12,7,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(13,8,'red','',NULL,'Ann Reporter',NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(14,9,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(15,10,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(16,11,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(17,12,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(18,13,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(19,14,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(20,15,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(21,16,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(22,17,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(23,18,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(24,19,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(25,20,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(26,21,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(27,22,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(28,23,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(29,24,'red','',NULL,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(30,25,'amber','S1 alone',18,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(31,26,'amber','S1 alone',18,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(32,27,'amber','S1 alone',18,'Ann Reporter',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "check_mark" VALUES(33,1,'amber','',NULL,'Ann Reporter',NULL,159,'2026-02-14T18:28:00.000Z',NULL);
CREATE TABLE compared_as (
  verification_id INTEGER PRIMARY KEY REFERENCES verification(id),
  kind            TEXT NOT NULL CHECK (kind IN ('recording', 'transcript', 'press_release', 'public_event', 'document',
                                                'interview_notes', 'published_report', 'social_post')),
  tier            TEXT NOT NULL CHECK (tier IN ('primary', 'secondary'))
) STRICT;
INSERT INTO "compared_as" VALUES(17,'recording','primary');
CREATE TABLE copy_log (
  id          INTEGER PRIMARY KEY,
  quote_id    INTEGER NOT NULL REFERENCES quote(id),
  story_id    INTEGER REFERENCES story(id),
  format      TEXT NOT NULL,
  text        TEXT NOT NULL,                          -- exactly what went out
  stamp       TEXT NOT NULL DEFAULT '',
  mechanism   TEXT NOT NULL,                          -- which clipboard
  confirmed   INTEGER NOT NULL CHECK (confirmed IN (0, 1)),
  reason      TEXT NOT NULL DEFAULT '',               -- why a disputed quote was let out
  who         TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL
) STRICT;
INSERT INTO "copy_log" VALUES(1,1,1,'sentence','“We will accept that,” he said.','','tmux',1,'','Ann Reporter','2026-02-14T18:19:00.000Z');
INSERT INTO "copy_log" VALUES(2,16,NULL,'marks','“There will be no strike this year”','[UNVERIFIED]','file',0,'part of the story','Ann Reporter','2026-02-14T18:19:00.000Z');
CREATE TABLE date_value (
  id         INTEGER PRIMARY KEY,
  precision  TEXT NOT NULL CHECK (precision IN ('minute', 'day', 'week', 'month', 'year', 'undated')),
  bound      TEXT NOT NULL CHECK (bound IN ('on', 'by', 'between')),
  start      TEXT,
  end        TEXT,
  zone       TEXT NOT NULL DEFAULT '',
  fold       INTEGER NOT NULL DEFAULT 0 CHECK (fold IN (0, 1)),
  start_utc  TEXT,
  end_utc    TEXT,
  basis      TEXT NOT NULL CHECK (basis IN ('stated', 'inferred', 'derived', 'statutory')),
  certainty  TEXT NOT NULL CHECK (certainty IN ('expected', 'scheduled', 'confirmed', 'occurred', 'superseded')),
  CHECK (start <= end),
  CHECK ((precision = 'undated') = (start IS NULL AND end IS NULL)),
  CHECK (precision = 'undated' OR end IS NOT NULL),
  CHECK (precision = 'undated' OR (bound = 'by') = (start IS NULL)),
  CHECK (precision <> 'minute' OR (zone <> '' AND length(end) = 16 AND end_utc IS NOT NULL)),
  CHECK (precision = 'minute' OR (length(coalesce(end, '0000-00-00')) = 10 AND start_utc IS NULL AND end_utc IS NULL))
) STRICT;
INSERT INTO "date_value" VALUES(1,'undated','on',NULL,NULL,'',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(2,'day','on','2026-02-09','2026-02-09','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(3,'day','on','2026-06-30','2026-06-30','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(4,'day','on','2026-02-13','2026-02-13','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(5,'day','on','2026-02-10','2026-02-10','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(6,'day','on','2026-02-10','2026-02-10','',0,NULL,NULL,'stated','scheduled');
INSERT INTO "date_value" VALUES(7,'day','on','2026-02-10','2026-02-10','',0,NULL,NULL,'stated','confirmed');
INSERT INTO "date_value" VALUES(8,'day','on','2026-02-10','2026-02-10','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(9,'day','on','2026-02-10','2026-02-10','',0,NULL,NULL,'stated','superseded');
INSERT INTO "date_value" VALUES(10,'day','on','2026-02-12','2026-02-12','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(11,'day','on','2026-02-13','2026-02-13','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(12,'day','on','2026-02-01','2026-02-01','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(13,'day','on','2026-02-02','2026-02-02','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(14,'day','on','2026-02-03','2026-02-03','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(15,'day','on','2026-02-04','2026-02-04','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(16,'day','on','2026-02-05','2026-02-05','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(17,'day','on','2026-02-06','2026-02-06','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(18,'day','on','2026-02-07','2026-02-07','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(19,'day','on','2026-02-08','2026-02-08','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(20,'day','on','2026-02-09','2026-02-09','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(21,'day','on','2026-02-11','2026-02-11','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(22,'day','on','2026-02-12','2026-02-12','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(23,'day','on','2026-02-14','2026-02-14','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(24,'day','on','2026-04-01','2026-04-01','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(25,'day','on','2026-04-08','2026-04-08','',0,NULL,NULL,'stated','scheduled');
INSERT INTO "date_value" VALUES(26,'undated','on',NULL,NULL,'',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(27,'day','between','2026-02-13','2026-02-14','',0,NULL,NULL,'inferred','occurred');
INSERT INTO "date_value" VALUES(28,'day','on','2026-03-06','2026-03-06','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(29,'day','on','2023-06-05','2023-06-05','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(30,'day','on','2023-06-07','2023-06-07','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(31,'day','by',NULL,'2023-06-30','',0,NULL,NULL,'derived','occurred');
INSERT INTO "date_value" VALUES(32,'minute','on','2023-07-12T23:59','2023-07-12T23:59','America/Los_Angeles',0,'2023-07-13T06:59Z','2023-07-13T06:59Z','derived','occurred');
INSERT INTO "date_value" VALUES(33,'minute','on','2023-07-14T00:01','2023-07-14T00:01','America/Los_Angeles',0,'2023-07-14T07:01Z','2023-07-14T07:01Z','stated','occurred');
INSERT INTO "date_value" VALUES(34,'day','on','2023-11-08','2023-11-08','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(35,'minute','on','2023-11-09T00:01','2023-11-09T00:01','America/Los_Angeles',0,'2023-11-09T08:01Z','2023-11-09T08:01Z','stated','occurred');
INSERT INTO "date_value" VALUES(36,'day','on','2023-11-10','2023-11-10','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(37,'day','on','2023-11-14','2023-11-14','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(38,'day','on','2023-12-05','2023-12-05','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(39,'day','by',NULL,'2023-12-05','',0,NULL,NULL,'derived','occurred');
INSERT INTO "date_value" VALUES(40,'year','on','2023-01-01','2023-12-31','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(41,'month','on','2026-01-01','2026-01-31','',0,NULL,NULL,'stated','occurred');
INSERT INTO "date_value" VALUES(42,'day','by',NULL,'2026-02-09','',0,NULL,NULL,'derived','occurred');
INSERT INTO "date_value" VALUES(43,'day','between','2026-02-09','2026-02-13','',0,NULL,NULL,'inferred','occurred');
INSERT INTO "date_value" VALUES(44,'day','on','2026-02-09','2026-02-09','',0,NULL,NULL,'inferred','occurred');
INSERT INTO "date_value" VALUES(45,'day','on','2026-02-13','2026-02-13','',0,NULL,NULL,'inferred','occurred');
INSERT INTO "date_value" VALUES(46,'day','by',NULL,'2026-02-14','',0,NULL,NULL,'derived','occurred');
INSERT INTO "date_value" VALUES(47,'week','on','2026-02-16','2026-02-22','',0,NULL,NULL,'inferred','expected');
INSERT INTO "date_value" VALUES(48,'day','on','2026-03-06','2026-03-06','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(49,'day','on','2026-03-16','2026-03-16','',0,NULL,NULL,'stated','scheduled');
INSERT INTO "date_value" VALUES(50,'month','on','2026-05-01','2026-05-31','',0,NULL,NULL,'stated','expected');
INSERT INTO "date_value" VALUES(51,'day','on','2026-05-11','2026-05-11','',0,NULL,NULL,'stated','scheduled');
INSERT INTO "date_value" VALUES(52,'day','on','2026-06-30','2026-06-30','',0,NULL,NULL,'stated','scheduled');
INSERT INTO "date_value" VALUES(53,'day','on','2026-05-01','2026-05-01','',0,NULL,NULL,'stated','scheduled');
INSERT INTO "date_value" VALUES(54,'minute','on','2023-06-30T23:59','2023-06-30T23:59','America/Los_Angeles',0,'2023-07-01T06:59Z','2023-07-01T06:59Z','stated','occurred');
INSERT INTO "date_value" VALUES(55,'day','on','2026-02-14','2026-02-14','',0,NULL,NULL,'stated','occurred');
CREATE TABLE deadline (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL CHECK (name <> ''),
  kind           TEXT NOT NULL CHECK (kind IN ('talks_begin', 'talks_resume', 'expiry', 'vote', 'filing', 'publication',
                                               'other')),
  negotiation_id INTEGER REFERENCES negotiation(id),
  note           TEXT NOT NULL DEFAULT '',
  done_at        TEXT,
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;
INSERT INTO "deadline" VALUES(1,'Contract ends','other',1,'','2026-02-14T17:33:00.000Z',13,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "deadline" VALUES(2,'WGA talks begin','other',1,'',NULL,46,'2026-02-14T17:31:00.000Z',NULL);
INSERT INTO "deadline" VALUES(3,'talks_begin comes','talks_begin',1,'n',NULL,130,'2026-02-14T18:13:00.000Z',NULL);
INSERT INTO "deadline" VALUES(4,'talks_resume comes','talks_resume',1,'n',NULL,131,'2026-02-14T18:14:00.000Z',NULL);
INSERT INTO "deadline" VALUES(5,'expiry comes','expiry',1,'n',NULL,132,'2026-02-14T18:15:00.000Z',NULL);
INSERT INTO "deadline" VALUES(6,'vote comes','vote',1,'n',NULL,133,'2026-02-14T18:16:00.000Z',NULL);
INSERT INTO "deadline" VALUES(7,'filing comes','filing',1,'n',NULL,134,'2026-02-14T18:17:00.000Z',NULL);
INSERT INTO "deadline" VALUES(8,'publication comes','publication',1,'n',NULL,135,'2026-02-14T18:18:00.000Z',NULL);
INSERT INTO "deadline" VALUES(9,'other comes','other',1,'n',NULL,136,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "deadline" VALUES(10,'Talks resume','talks_resume',3,'',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "deadline" VALUES(11,'WGA talks begin','talks_begin',4,'',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "deadline" VALUES(12,'DGA talks begin','talks_begin',5,'',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "deadline" VALUES(13,'SAG-AFTRA contract expires','expiry',3,'no hour given',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "deadline" VALUES(14,'WGA contract expires','expiry',4,'',NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "deadline" VALUES(15,'SAG-AFTRA contract due','expiry',6,'extended to July 12, 11:59 p.m. PT','2023-07-01T06:59:00.000Z',149,'2026-02-01T17:00:00.000Z',NULL);
CREATE TABLE deadline_date (
  id           INTEGER PRIMARY KEY,
  deadline_id  INTEGER NOT NULL REFERENCES deadline(id),
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  source_id    INTEGER REFERENCES source(id),
  locator      TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES deadline_date(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
INSERT INTO "deadline_date" VALUES(1,1,3,NULL,'',NULL,13,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(2,2,3,NULL,'',NULL,46,'2026-02-14T17:31:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(3,1,3,NULL,'',NULL,47,'2026-02-14T17:32:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(4,3,24,NULL,'',NULL,130,'2026-02-14T18:13:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(5,4,24,NULL,'',NULL,131,'2026-02-14T18:14:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(6,5,24,NULL,'',NULL,132,'2026-02-14T18:15:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(7,6,24,NULL,'',NULL,133,'2026-02-14T18:16:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(8,7,24,NULL,'',NULL,134,'2026-02-14T18:17:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(9,8,24,NULL,'',NULL,135,'2026-02-14T18:18:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(10,9,24,NULL,'',NULL,136,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(11,9,25,1,'',NULL,137,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(12,10,47,18,'¶2',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(13,11,48,18,'¶8',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(14,11,49,19,'',NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(15,12,50,18,'¶8',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(16,12,51,19,'',NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(17,13,52,18,'¶8',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(18,14,53,19,'',NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "deadline_date" VALUES(19,15,54,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
CREATE TABLE development (
  id           INTEGER PRIMARY KEY,
  kind         TEXT NOT NULL CHECK (kind IN ('session', 'statement', 'proposal', 'comment_sought', 'vote', 'filing',
                                             'schedule', 'action', 'claim', 'correction')),
  words        TEXT NOT NULL CHECK (words <> ''),
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  issue_id     INTEGER REFERENCES issue(id),
  source_id    INTEGER REFERENCES source(id),
  locator      TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES development(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
INSERT INTO "development" VALUES(1,'session','talks begin',2,NULL,NULL,'',NULL,12,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(2,'session','recess',4,NULL,NULL,'',NULL,42,'2026-02-14T17:27:00.000Z',NULL);
INSERT INTO "development" VALUES(3,'session','no recess',4,NULL,NULL,'',1,43,'2026-02-14T17:28:00.000Z',NULL);
INSERT INTO "development" VALUES(4,'session','session number 0',5,1,NULL,'',NULL,67,'2026-02-14T17:51:00.000Z',NULL);
INSERT INTO "development" VALUES(5,'statement','statement number 1',6,NULL,1,'',NULL,68,'2026-02-14T17:52:00.000Z',NULL);
INSERT INTO "development" VALUES(6,'proposal','proposal number 2',7,NULL,NULL,'',NULL,69,'2026-02-14T17:53:00.000Z',NULL);
INSERT INTO "development" VALUES(7,'comment_sought','comment_sought number 3',8,NULL,1,'',NULL,70,'2026-02-14T17:54:00.000Z',NULL);
INSERT INTO "development" VALUES(8,'vote','vote number 4',9,1,NULL,'',NULL,71,'2026-02-14T17:55:00.000Z',NULL);
INSERT INTO "development" VALUES(9,'filing','filing number 5',5,NULL,1,'',NULL,72,'2026-02-14T17:56:00.000Z',NULL);
INSERT INTO "development" VALUES(10,'schedule','schedule number 6',6,NULL,NULL,'',NULL,73,'2026-02-14T17:57:00.000Z',NULL);
INSERT INTO "development" VALUES(11,'action','action number 7',7,NULL,1,'',NULL,74,'2026-02-14T17:58:00.000Z',NULL);
INSERT INTO "development" VALUES(12,'claim','claim number 8',8,1,NULL,'',NULL,75,'2026-02-14T17:59:00.000Z',NULL);
INSERT INTO "development" VALUES(13,'correction','correction number 9',9,NULL,1,'',NULL,76,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(14,'session','contract moves',10,NULL,NULL,'',NULL,77,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(15,'session','action moves',10,NULL,NULL,'',NULL,78,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(16,'session','blackout moves',10,NULL,NULL,'',NULL,79,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(17,'session','phase moves',10,NULL,NULL,'',NULL,80,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(18,'comment_sought','asked, pending',11,NULL,NULL,'',NULL,81,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(19,'comment_sought','asked, declined',11,NULL,NULL,'',NULL,82,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(20,'comment_sought','asked, no_response',11,NULL,NULL,'',NULL,83,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(21,'comment_sought','asked, unreachable',11,NULL,NULL,'',NULL,84,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(22,'comment_sought','asked, referred',11,NULL,NULL,'',NULL,85,'2026-02-14T18:00:00.000Z',NULL);
INSERT INTO "development" VALUES(23,'vote','strike vote passes',29,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(24,'session','talks begin',30,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(25,'schedule','contract extended to July 12, 11:59 p.m. PT',31,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(26,'schedule','the extended contract runs out',32,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(27,'action','strike begins',33,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(28,'proposal','tentative agreement',34,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(29,'action','strike suspended',35,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(30,'vote','national board approves the agreement, 86% for',36,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(31,'vote','ratification vote opens',37,NULL,16,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(32,'vote','ratified: 78.33% for, turnout 38.15%',38,NULL,17,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(33,'schedule','blackout over with the talks',39,NULL,17,'',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "development" VALUES(34,'action','a labour standoff stops most film and television production for months',40,NULL,18,'¶4',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(35,'proposal','initial AI protections enter the contract',40,NULL,18,'¶6',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(36,'statement','Crabtree-Ireland appears at the Consumer Electronics Show',41,NULL,18,'¶7',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(37,'schedule','2023 contract in force until June 30',42,NULL,18,'¶8',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(38,'session','talks begin',2,NULL,18,'¶4',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(39,'statement','sides agree to limit statements',43,NULL,18,'¶3',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(40,'statement','DGA states its support',44,NULL,18,'¶9',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(41,'session','session wraps early afternoon, according to a person familiar with the schedule',45,NULL,18,'¶2',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(42,'comment_sought','both sides decline to comment',26,NULL,18,'¶3',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(43,'schedule','WGA talks not begun yet',46,NULL,18,'¶8',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(44,'schedule','DGA talks not begun yet',46,NULL,18,'¶8',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "development" VALUES(45,'schedule','sides extend talks into the week of March 9, blackout stays',28,NULL,19,'',NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "development" VALUES(46,'session','the last session',55,NULL,NULL,'',NULL,154,'2026-02-14T18:24:00.000Z',NULL);
CREATE TABLE development_asked (
  id             INTEGER PRIMARY KEY,
  development_id INTEGER NOT NULL REFERENCES development(id),
  person_id      INTEGER REFERENCES person(id),
  party_id       INTEGER REFERENCES party(id),
  how            TEXT NOT NULL DEFAULT '',            -- phone, email, in person
  outcome        TEXT NOT NULL CHECK (outcome IN ('pending', 'declined', 'no_response', 'unreachable', 'referred')),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  CHECK ((person_id IS NULL) + (party_id IS NULL) = 1)
) STRICT;
INSERT INTO "development_asked" VALUES(1,7,NULL,2,'by e-mail','unreachable',70);
INSERT INTO "development_asked" VALUES(2,18,1,NULL,'phone','pending',81);
INSERT INTO "development_asked" VALUES(3,19,1,NULL,'phone','declined',82);
INSERT INTO "development_asked" VALUES(4,20,1,NULL,'phone','no_response',83);
INSERT INTO "development_asked" VALUES(5,21,1,NULL,'phone','unreachable',84);
INSERT INTO "development_asked" VALUES(6,22,1,NULL,'phone','referred',85);
INSERT INTO "development_asked" VALUES(7,42,NULL,1,'','declined',149);
INSERT INTO "development_asked" VALUES(8,42,NULL,2,'','declined',149);
CREATE TABLE development_axis (
  id             INTEGER PRIMARY KEY,
  development_id INTEGER NOT NULL REFERENCES development(id),
  axis           TEXT NOT NULL CHECK (axis IN ('phase', 'contract', 'action', 'blackout')),
  value          TEXT NOT NULL,
  added_by       INTEGER NOT NULL REFERENCES action(id),
  UNIQUE (development_id, axis),
  CHECK (CASE axis
    WHEN 'phase'    THEN value IN ('unknown', 'pre_talks', 'talks_open', 'recessed', 'suspended', 'broken_off', 'mediation',
                                   'tentative_agreement', 'board_review', 'ratification_vote', 'ratified', 'rejected')
    WHEN 'contract' THEN value IN ('unknown', 'in_force', 'extended', 'expired', 'superseded')
    WHEN 'action'   THEN value IN ('unknown', 'none', 'strike_vote_called', 'strike_vote_open', 'strike_vote_passed',
                                   'strike_vote_failed', 'strike_called', 'strike', 'strike_suspended', 'strike_ended',
                                   'lockout')
    WHEN 'blackout' THEN value IN ('unknown', 'none', 'mutual', 'one_sided', 'lifted')
  END)
) STRICT;
INSERT INTO "development_axis" VALUES(1,1,'phase','talks_open',12);
INSERT INTO "development_axis" VALUES(2,1,'contract','in_force',12);
INSERT INTO "development_axis" VALUES(3,2,'phase','recessed',42);
INSERT INTO "development_axis" VALUES(4,14,'contract','extended',77);
INSERT INTO "development_axis" VALUES(5,15,'action','strike_vote_called',78);
INSERT INTO "development_axis" VALUES(6,16,'blackout','mutual',79);
INSERT INTO "development_axis" VALUES(7,17,'phase','recessed',80);
INSERT INTO "development_axis" VALUES(8,23,'action','strike_vote_passed',149);
INSERT INTO "development_axis" VALUES(9,24,'phase','talks_open',149);
INSERT INTO "development_axis" VALUES(10,25,'contract','extended',149);
INSERT INTO "development_axis" VALUES(11,26,'contract','expired',149);
INSERT INTO "development_axis" VALUES(12,27,'action','strike',149);
INSERT INTO "development_axis" VALUES(13,28,'phase','tentative_agreement',149);
INSERT INTO "development_axis" VALUES(14,29,'action','strike_suspended',149);
INSERT INTO "development_axis" VALUES(15,31,'phase','ratification_vote',149);
INSERT INTO "development_axis" VALUES(16,32,'phase','ratified',149);
INSERT INTO "development_axis" VALUES(17,32,'contract','superseded',149);
INSERT INTO "development_axis" VALUES(18,32,'action','strike_ended',149);
INSERT INTO "development_axis" VALUES(19,33,'blackout','lifted',149);
INSERT INTO "development_axis" VALUES(20,37,'contract','in_force',149);
INSERT INTO "development_axis" VALUES(21,38,'phase','talks_open',149);
INSERT INTO "development_axis" VALUES(22,39,'blackout','mutual',149);
INSERT INTO "development_axis" VALUES(23,43,'phase','pre_talks',149);
INSERT INTO "development_axis" VALUES(24,44,'phase','pre_talks',149);
CREATE TABLE development_talks (
  id             INTEGER PRIMARY KEY,
  development_id INTEGER NOT NULL REFERENCES development(id),
  negotiation_id INTEGER NOT NULL REFERENCES negotiation(id),
  added_by       INTEGER NOT NULL REFERENCES action(id)
) STRICT;
INSERT INTO "development_talks" VALUES(1,1,1,12);
INSERT INTO "development_talks" VALUES(2,2,1,42);
INSERT INTO "development_talks" VALUES(3,3,1,43);
INSERT INTO "development_talks" VALUES(4,4,1,67);
INSERT INTO "development_talks" VALUES(5,5,1,68);
INSERT INTO "development_talks" VALUES(6,5,2,68);
INSERT INTO "development_talks" VALUES(7,6,1,69);
INSERT INTO "development_talks" VALUES(8,7,1,70);
INSERT INTO "development_talks" VALUES(9,7,2,70);
INSERT INTO "development_talks" VALUES(10,8,1,71);
INSERT INTO "development_talks" VALUES(11,9,1,72);
INSERT INTO "development_talks" VALUES(12,9,2,72);
INSERT INTO "development_talks" VALUES(13,10,1,73);
INSERT INTO "development_talks" VALUES(14,11,1,74);
INSERT INTO "development_talks" VALUES(15,11,2,74);
INSERT INTO "development_talks" VALUES(16,12,1,75);
INSERT INTO "development_talks" VALUES(17,13,1,76);
INSERT INTO "development_talks" VALUES(18,13,2,76);
INSERT INTO "development_talks" VALUES(19,14,1,77);
INSERT INTO "development_talks" VALUES(20,15,1,78);
INSERT INTO "development_talks" VALUES(21,16,1,79);
INSERT INTO "development_talks" VALUES(22,17,1,80);
INSERT INTO "development_talks" VALUES(23,18,1,81);
INSERT INTO "development_talks" VALUES(24,19,1,82);
INSERT INTO "development_talks" VALUES(25,20,1,83);
INSERT INTO "development_talks" VALUES(26,21,1,84);
INSERT INTO "development_talks" VALUES(27,22,1,85);
INSERT INTO "development_talks" VALUES(28,23,6,149);
INSERT INTO "development_talks" VALUES(29,24,6,149);
INSERT INTO "development_talks" VALUES(30,25,6,149);
INSERT INTO "development_talks" VALUES(31,26,6,149);
INSERT INTO "development_talks" VALUES(32,27,6,149);
INSERT INTO "development_talks" VALUES(33,28,6,149);
INSERT INTO "development_talks" VALUES(34,29,6,149);
INSERT INTO "development_talks" VALUES(35,30,6,149);
INSERT INTO "development_talks" VALUES(36,31,6,149);
INSERT INTO "development_talks" VALUES(37,32,6,149);
INSERT INTO "development_talks" VALUES(38,33,6,149);
INSERT INTO "development_talks" VALUES(39,34,6,149);
INSERT INTO "development_talks" VALUES(40,35,6,149);
INSERT INTO "development_talks" VALUES(41,36,3,149);
INSERT INTO "development_talks" VALUES(42,37,3,149);
INSERT INTO "development_talks" VALUES(43,38,3,149);
INSERT INTO "development_talks" VALUES(44,39,3,149);
INSERT INTO "development_talks" VALUES(45,40,3,149);
INSERT INTO "development_talks" VALUES(46,40,5,149);
INSERT INTO "development_talks" VALUES(47,41,3,149);
INSERT INTO "development_talks" VALUES(48,42,3,149);
INSERT INTO "development_talks" VALUES(49,43,4,149);
INSERT INTO "development_talks" VALUES(50,44,5,149);
INSERT INTO "development_talks" VALUES(51,45,3,149);
INSERT INTO "development_talks" VALUES(52,46,1,154);
CREATE TABLE development_who (
  id             INTEGER PRIMARY KEY,
  development_id INTEGER NOT NULL REFERENCES development(id),
  person_id      INTEGER REFERENCES person(id),
  party_id       INTEGER REFERENCES party(id),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  CHECK ((person_id IS NULL) + (party_id IS NULL) = 1)
) STRICT;
INSERT INTO "development_who" VALUES(1,5,NULL,1,68);
INSERT INTO "development_who" VALUES(2,5,1,NULL,68);
INSERT INTO "development_who" VALUES(3,6,NULL,1,69);
INSERT INTO "development_who" VALUES(4,7,1,NULL,70);
INSERT INTO "development_who" VALUES(5,8,NULL,1,71);
INSERT INTO "development_who" VALUES(6,9,NULL,1,72);
INSERT INTO "development_who" VALUES(7,9,1,NULL,72);
INSERT INTO "development_who" VALUES(8,11,NULL,1,74);
INSERT INTO "development_who" VALUES(9,11,1,NULL,74);
INSERT INTO "development_who" VALUES(10,12,NULL,1,75);
INSERT INTO "development_who" VALUES(11,13,1,NULL,76);
INSERT INTO "development_who" VALUES(12,36,1,NULL,149);
INSERT INTO "development_who" VALUES(13,39,NULL,1,149);
INSERT INTO "development_who" VALUES(14,39,NULL,2,149);
INSERT INTO "development_who" VALUES(15,40,NULL,6,149);
INSERT INTO "development_who" VALUES(16,45,NULL,1,149);
INSERT INTO "development_who" VALUES(17,45,NULL,2,149);
CREATE TABLE embargo (
  id             INTEGER PRIMARY KEY,
  source_id      INTEGER REFERENCES source(id),
  quote_id       INTEGER REFERENCES quote(id),
  development_id INTEGER REFERENCES development(id),
  until_utc      TEXT NOT NULL,
  zone           TEXT NOT NULL CHECK (zone <> ''),    -- the zone it was given in, and is shown in
  lifted         INTEGER NOT NULL DEFAULT 0 CHECK (lifted IN (0, 1)),
  note           TEXT NOT NULL DEFAULT '',
  corrects       INTEGER REFERENCES embargo(id),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT,
  CHECK ((source_id IS NULL) + (quote_id IS NULL) + (development_id IS NULL) = 2)
) STRICT;
INSERT INTO "embargo" VALUES(1,2,NULL,NULL,'2026-03-01T17:00:00.000Z','America/Los_Angeles',0,'',NULL,27,'2026-02-14T17:12:00.000Z',NULL);
INSERT INTO "embargo" VALUES(2,1,NULL,NULL,'2026-03-01T17:00:00.000Z','UTC',0,'',NULL,33,'2026-02-14T17:18:00.000Z',NULL);
INSERT INTO "embargo" VALUES(3,NULL,16,NULL,'2099-01-02T17:00:00.000Z','America/New_York',0,'',NULL,127,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "embargo" VALUES(4,NULL,NULL,22,'2099-01-02T17:00:00.000Z','America/New_York',0,'',NULL,128,'2026-02-14T18:12:00.000Z',NULL);
CREATE TABLE form_draft (
  form     TEXT PRIMARY KEY,
  fields   TEXT NOT NULL CHECK (json_valid(fields)),
  saved_at TEXT NOT NULL
) STRICT;
INSERT INTO "form_draft" VALUES('log','{"line": "half a line on:fri"}','2026-02-14T18:19:00.000Z');
CREATE TABLE history (
  id         INTEGER PRIMARY KEY,
  action_id  INTEGER NOT NULL REFERENCES action(id),
  table_name TEXT    NOT NULL,
  row_id     INTEGER NOT NULL,
  before     TEXT    CHECK (before IS NULL OR json_valid(before)),   -- NULL: the row was inserted
  after      TEXT    NOT NULL CHECK (json_valid(after))
) STRICT;
INSERT INTO "history" VALUES(1,1,'party',1,NULL,'{"id":1,"name":"SAG-AFTRA","full_name":"Screen Actors Guild","kind":"union","aliases":"[\"the guild\"]","merged_into":null,"added_by":1,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(2,2,'party',2,NULL,'{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":null,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(3,3,'party',3,NULL,'{"id":3,"name":"Metro Transit","full_name":"","kind":"employer","aliases":"[]","merged_into":null,"added_by":3,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(4,4,'party',4,NULL,'{"id":4,"name":"Labor Board","full_name":"","kind":"agency","aliases":"[]","merged_into":null,"added_by":4,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(5,5,'party',5,NULL,'{"id":5,"name":"Pat Mediator & Co","full_name":"","kind":"mediator","aliases":"[]","merged_into":null,"added_by":5,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(6,6,'negotiation',1,NULL,'{"id":1,"code":"sag","name":"SAG-AFTRA 2026","archived":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(7,6,'negotiation_party',1,NULL,'{"id":1,"negotiation_id":1,"party_id":1,"rank":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(8,6,'negotiation_party',2,NULL,'{"id":2,"negotiation_id":1,"party_id":2,"rank":1,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(9,7,'negotiation',2,NULL,'{"id":2,"code":"wga","name":"WGA 2026","archived":0,"added_by":7,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(10,7,'negotiation_party',3,NULL,'{"id":3,"negotiation_id":2,"party_id":2,"rank":0,"added_by":7,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(11,8,'person',1,NULL,'{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(12,9,'issue',1,NULL,'{"id":1,"negotiation_id":1,"name":"Streaming residuals","rank":0,"added_by":9,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(13,10,'source',1,NULL,'{"id":1,"code":"presser","kind":"recording","tier":"primary","title":"","outlet":"","date_id":1,"url":"","locator":"","sha256":"","confidential":0,"added_by":10,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(14,11,'story',1,NULL,'{"id":1,"slug":"week-one","headline":"","draft":"","negotiation_id":1,"archived":0,"added_by":11,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(15,12,'development',1,NULL,'{"id":1,"kind":"session","words":"talks begin","date_id":2,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":12,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(16,12,'development_talks',1,NULL,'{"id":1,"development_id":1,"negotiation_id":1,"added_by":12}');
INSERT INTO "history" VALUES(17,12,'development_axis',1,NULL,'{"id":1,"development_id":1,"axis":"phase","value":"talks_open","added_by":12}');
INSERT INTO "history" VALUES(18,12,'development_axis',2,NULL,'{"id":2,"development_id":1,"axis":"contract","value":"in_force","added_by":12}');
INSERT INTO "history" VALUES(19,13,'deadline',1,NULL,'{"id":1,"name":"Contract expires","kind":"other","negotiation_id":1,"note":"","done_at":null,"added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(20,13,'deadline_date',1,NULL,'{"id":1,"deadline_id":1,"date_id":3,"source_id":null,"locator":"","corrects":null,"added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(21,14,'quote',1,NULL,'{"id":1,"form":"full","words":"We will not accept that","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[]","note":"","disputed":"","added_by":14,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(22,14,'quote_speaker',1,NULL,'{"id":1,"quote_id":1,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":14,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(23,14,'quote_talks',1,NULL,'{"id":1,"quote_id":1,"negotiation_id":1,"added_by":14,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(24,15,'story_check',1,NULL,'{"id":1,"story_id":1,"what":"the hour of June 30","category":"","words":"","added_by":15,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(25,15,'check_mark',1,NULL,'{"id":1,"check_id":1,"mark":"red","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":15,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(26,16,'party',6,NULL,'{"id":6,"name":"DGA","full_name":"","kind":"union","aliases":"[\"the guild\"]","merged_into":null,"added_by":16,"recorded_at":"2026-02-14T17:01:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(27,17,'party',1,'{"id":1,"name":"SAG-AFTRA","full_name":"Screen Actors Guild","kind":"union","aliases":"[\"the guild\"]","merged_into":null,"added_by":1,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"SAG-AFTRA","full_name":"Screen Actors","kind":"union","aliases":"[\"the guild\"]","merged_into":null,"added_by":1,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(28,18,'party',2,'{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":null,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":null,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:03:00.000Z"}');
INSERT INTO "history" VALUES(29,19,'party',2,'{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":null,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:03:00.000Z"}','{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":null,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(30,20,'party',1,'{"id":1,"name":"SAG-AFTRA","full_name":"Screen Actors","kind":"union","aliases":"[\"the guild\"]","merged_into":null,"added_by":1,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"SAG-AFTRA","full_name":"Screen Actors","kind":"union","aliases":"[\"the guild\", \"AMPTP\"]","merged_into":null,"added_by":1,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(31,20,'party',2,'{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":null,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":1,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(32,20,'party',2,'{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":1,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":1,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:05:00.000Z"}');
INSERT INTO "history" VALUES(33,20,'negotiation_party',2,'{"id":2,"negotiation_id":1,"party_id":2,"rank":1,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":2,"negotiation_id":1,"party_id":1,"rank":1,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(34,20,'negotiation_party',3,'{"id":3,"negotiation_id":2,"party_id":2,"rank":0,"added_by":7,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":3,"negotiation_id":2,"party_id":1,"rank":0,"added_by":7,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(35,21,'negotiation_party',3,'{"id":3,"negotiation_id":2,"party_id":1,"rank":0,"added_by":7,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":3,"negotiation_id":2,"party_id":2,"rank":0,"added_by":7,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(36,21,'negotiation_party',2,'{"id":2,"negotiation_id":1,"party_id":1,"rank":1,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":2,"negotiation_id":1,"party_id":2,"rank":1,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(37,21,'party',2,'{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":1,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:05:00.000Z"}','{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":1,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(38,21,'party',2,'{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":1,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":2,"name":"AMPTP","full_name":"","kind":"employer_association","aliases":"[]","merged_into":null,"added_by":2,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(39,21,'party',1,'{"id":1,"name":"SAG-AFTRA","full_name":"Screen Actors","kind":"union","aliases":"[\"the guild\", \"AMPTP\"]","merged_into":null,"added_by":1,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"SAG-AFTRA","full_name":"Screen Actors","kind":"union","aliases":"[\"the guild\"]","merged_into":null,"added_by":1,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(40,22,'person',2,NULL,'{"id":2,"name":"Sean Astin","title":"","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":22,"recorded_at":"2026-02-14T17:07:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(41,23,'person',1,'{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":1,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(42,24,'person',1,'{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":1,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(43,25,'person',1,'{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:10:00.000Z"}');
INSERT INTO "history" VALUES(44,26,'person',1,'{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:10:00.000Z"}','{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(45,27,'source',2,NULL,'{"id":2,"code":"S2","kind":"interview_notes","tier":"primary","title":"","outlet":"","date_id":1,"url":"","locator":"","sha256":"","confidential":0,"added_by":27,"recorded_at":"2026-02-14T17:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(46,27,'terms',1,NULL,'{"id":1,"source_id":2,"quote_id":null,"rule":"background","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person close to the talks","agreed_with":"","agreed_id":1,"agreed":"unknown","why_unnamed":"","how_known":"","approved_by":"","note":"","corrects":null,"added_by":27,"recorded_at":"2026-02-14T17:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(47,27,'embargo',1,NULL,'{"id":1,"source_id":2,"quote_id":null,"development_id":null,"until_utc":"2026-03-01T17:00:00.000Z","zone":"America/Los_Angeles","lifted":0,"note":"","corrects":null,"added_by":27,"recorded_at":"2026-02-14T17:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(48,28,'source',1,'{"id":1,"code":"presser","kind":"recording","tier":"primary","title":"","outlet":"","date_id":1,"url":"","locator":"","sha256":"","confidential":0,"added_by":10,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"code":"presser","kind":"recording","tier":"primary","title":"Day one","outlet":"","date_id":1,"url":"","locator":"","sha256":"","confidential":0,"added_by":10,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(49,29,'source',1,'{"id":1,"code":"presser","kind":"recording","tier":"primary","title":"Day one","outlet":"","date_id":1,"url":"","locator":"","sha256":"","confidential":0,"added_by":10,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"code":"presser","kind":"recording","tier":"primary","title":"Day one","outlet":"","date_id":1,"url":"","locator":"","sha256":"","confidential":0,"added_by":10,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:14:00.000Z"}');
INSERT INTO "history" VALUES(50,30,'source',1,'{"id":1,"code":"presser","kind":"recording","tier":"primary","title":"Day one","outlet":"","date_id":1,"url":"","locator":"","sha256":"","confidential":0,"added_by":10,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:14:00.000Z"}','{"id":1,"code":"presser","kind":"recording","tier":"primary","title":"Day one","outlet":"","date_id":1,"url":"","locator":"","sha256":"","confidential":0,"added_by":10,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(51,31,'terms',2,NULL,'{"id":2,"source_id":1,"quote_id":null,"rule":"off_record","may_publish":null,"may_quote":null,"may_name":null,"attribution":"","agreed_with":"","agreed_id":1,"agreed":"unknown","why_unnamed":"","how_known":"","approved_by":"","note":"","corrects":null,"added_by":31,"recorded_at":"2026-02-14T17:16:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(52,32,'terms',2,'{"id":2,"source_id":1,"quote_id":null,"rule":"off_record","may_publish":null,"may_quote":null,"may_name":null,"attribution":"","agreed_with":"","agreed_id":1,"agreed":"unknown","why_unnamed":"","how_known":"","approved_by":"","note":"","corrects":null,"added_by":31,"recorded_at":"2026-02-14T17:16:00.000Z","withdrawn_at":null}','{"id":2,"source_id":1,"quote_id":null,"rule":"off_record","may_publish":null,"may_quote":null,"may_name":null,"attribution":"","agreed_with":"","agreed_id":1,"agreed":"unknown","why_unnamed":"","how_known":"","approved_by":"","note":"","corrects":null,"added_by":31,"recorded_at":"2026-02-14T17:16:00.000Z","withdrawn_at":"2026-02-14T17:17:00.000Z"}');
INSERT INTO "history" VALUES(53,33,'embargo',2,NULL,'{"id":2,"source_id":1,"quote_id":null,"development_id":null,"until_utc":"2026-03-01T17:00:00.000Z","zone":"UTC","lifted":0,"note":"","corrects":null,"added_by":33,"recorded_at":"2026-02-14T17:18:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(54,34,'negotiation',1,'{"id":1,"code":"sag","name":"SAG-AFTRA 2026","archived":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"code":"sag","name":"SAG-AFTRA 2026 talks","archived":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(55,34,'negotiation_party',1,'{"id":1,"negotiation_id":1,"party_id":1,"rank":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"negotiation_id":1,"party_id":1,"rank":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:19:00.000Z"}');
INSERT INTO "history" VALUES(56,34,'negotiation_party',2,'{"id":2,"negotiation_id":1,"party_id":2,"rank":1,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":2,"negotiation_id":1,"party_id":2,"rank":1,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:19:00.000Z"}');
INSERT INTO "history" VALUES(57,34,'negotiation_party',4,NULL,'{"id":4,"negotiation_id":1,"party_id":2,"rank":0,"added_by":34,"recorded_at":"2026-02-14T17:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(58,35,'negotiation',1,'{"id":1,"code":"sag","name":"SAG-AFTRA 2026 talks","archived":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"code":"sag","name":"SAG-AFTRA 2026 talks","archived":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:20:00.000Z"}');
INSERT INTO "history" VALUES(59,36,'negotiation',1,'{"id":1,"code":"sag","name":"SAG-AFTRA 2026 talks","archived":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:20:00.000Z"}','{"id":1,"code":"sag","name":"SAG-AFTRA 2026 talks","archived":0,"added_by":6,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(60,37,'issue',2,NULL,'{"id":2,"negotiation_id":1,"name":"AI","rank":1,"added_by":37,"recorded_at":"2026-02-14T17:22:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(61,38,'issue',1,'{"id":1,"negotiation_id":1,"name":"Streaming residuals","rank":0,"added_by":9,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"negotiation_id":1,"name":"Residuals","rank":0,"added_by":9,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(62,39,'issue',1,'{"id":1,"negotiation_id":1,"name":"Residuals","rank":0,"added_by":9,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"negotiation_id":1,"name":"Residuals","rank":0,"added_by":9,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:24:00.000Z"}');
INSERT INTO "history" VALUES(63,40,'issue',1,'{"id":1,"negotiation_id":1,"name":"Residuals","rank":0,"added_by":9,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:24:00.000Z"}','{"id":1,"negotiation_id":1,"name":"Residuals","rank":0,"added_by":9,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(64,41,'position',1,NULL,'{"id":1,"issue_id":1,"party_id":1,"kind":"stated","words":"more","date_id":3,"source_id":null,"corrects":null,"added_by":41,"recorded_at":"2026-02-14T17:26:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(65,42,'development',2,NULL,'{"id":2,"kind":"session","words":"recess","date_id":4,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":42,"recorded_at":"2026-02-14T17:27:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(66,42,'development_talks',2,NULL,'{"id":2,"development_id":2,"negotiation_id":1,"added_by":42}');
INSERT INTO "history" VALUES(67,42,'development_axis',3,NULL,'{"id":3,"development_id":2,"axis":"phase","value":"recessed","added_by":42}');
INSERT INTO "history" VALUES(68,43,'development',3,NULL,'{"id":3,"kind":"session","words":"no recess","date_id":4,"issue_id":null,"source_id":null,"locator":"","corrects":1,"added_by":43,"recorded_at":"2026-02-14T17:28:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(69,43,'development_talks',3,NULL,'{"id":3,"development_id":3,"negotiation_id":1,"added_by":43}');
INSERT INTO "history" VALUES(70,44,'development',2,'{"id":2,"kind":"session","words":"recess","date_id":4,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":42,"recorded_at":"2026-02-14T17:27:00.000Z","withdrawn_at":null}','{"id":2,"kind":"session","words":"recess","date_id":4,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":42,"recorded_at":"2026-02-14T17:27:00.000Z","withdrawn_at":"2026-02-14T17:29:00.000Z"}');
INSERT INTO "history" VALUES(71,45,'development',2,'{"id":2,"kind":"session","words":"recess","date_id":4,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":42,"recorded_at":"2026-02-14T17:27:00.000Z","withdrawn_at":"2026-02-14T17:29:00.000Z"}','{"id":2,"kind":"session","words":"recess","date_id":4,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":42,"recorded_at":"2026-02-14T17:27:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(72,46,'deadline',2,NULL,'{"id":2,"name":"WGA talks begin","kind":"other","negotiation_id":1,"note":"","done_at":null,"added_by":46,"recorded_at":"2026-02-14T17:31:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(73,46,'deadline_date',2,NULL,'{"id":2,"deadline_id":2,"date_id":3,"source_id":null,"locator":"","corrects":null,"added_by":46,"recorded_at":"2026-02-14T17:31:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(74,47,'deadline_date',3,NULL,'{"id":3,"deadline_id":1,"date_id":3,"source_id":null,"locator":"","corrects":null,"added_by":47,"recorded_at":"2026-02-14T17:32:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(75,48,'deadline',1,'{"id":1,"name":"Contract expires","kind":"other","negotiation_id":1,"note":"","done_at":null,"added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"Contract expires","kind":"other","negotiation_id":1,"note":"","done_at":"2026-02-14T17:33:00.000Z","added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(76,49,'deadline',1,'{"id":1,"name":"Contract expires","kind":"other","negotiation_id":1,"note":"","done_at":"2026-02-14T17:33:00.000Z","added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"Contract ends","kind":"other","negotiation_id":1,"note":"","done_at":"2026-02-14T17:33:00.000Z","added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(77,50,'deadline',1,'{"id":1,"name":"Contract ends","kind":"other","negotiation_id":1,"note":"","done_at":"2026-02-14T17:33:00.000Z","added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"Contract ends","kind":"other","negotiation_id":1,"note":"","done_at":"2026-02-14T17:33:00.000Z","added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:35:00.000Z"}');
INSERT INTO "history" VALUES(78,51,'deadline',1,'{"id":1,"name":"Contract ends","kind":"other","negotiation_id":1,"note":"","done_at":"2026-02-14T17:33:00.000Z","added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:35:00.000Z"}','{"id":1,"name":"Contract ends","kind":"other","negotiation_id":1,"note":"","done_at":"2026-02-14T17:33:00.000Z","added_by":13,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(79,52,'quote',2,NULL,'{"id":2,"form":"full","words":"Another one","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[]","note":"","disputed":"","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(80,52,'quote_speaker',2,NULL,'{"id":2,"quote_id":2,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(81,52,'quote_talks',2,NULL,'{"id":2,"quote_id":2,"negotiation_id":1,"added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(82,53,'quote',2,'{"id":2,"form":"full","words":"Another one","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[]","note":"","disputed":"","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}','{"id":2,"form":"full","words":"We will accept that","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[\"money\"]","note":"","disputed":"","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(83,53,'quote_speaker',2,'{"id":2,"quote_id":2,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}','{"id":2,"quote_id":2,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":"2026-02-14T17:38:00.000Z"}');
INSERT INTO "history" VALUES(84,53,'quote_speaker',3,NULL,'{"id":3,"quote_id":2,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"president","party":"SAG-AFTRA","added_by":53,"recorded_at":"2026-02-14T17:38:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(85,53,'quote_talks',2,'{"id":2,"quote_id":2,"negotiation_id":1,"added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}','{"id":2,"quote_id":2,"negotiation_id":1,"added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":"2026-02-14T17:38:00.000Z"}');
INSERT INTO "history" VALUES(86,54,'quote',2,'{"id":2,"form":"full","words":"We will accept that","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[\"money\"]","note":"","disputed":"","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}','{"id":2,"form":"full","words":"We will accept that","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[\"money\"]","note":"","disputed":"","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":"2026-02-14T17:39:00.000Z"}');
INSERT INTO "history" VALUES(87,55,'quote',2,'{"id":2,"form":"full","words":"We will accept that","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[\"money\"]","note":"","disputed":"","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":"2026-02-14T17:39:00.000Z"}','{"id":2,"form":"full","words":"We will accept that","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[\"money\"]","note":"","disputed":"","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(88,56,'quote',2,'{"id":2,"form":"full","words":"We will accept that","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[\"money\"]","note":"","disputed":"","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}','{"id":2,"form":"full","words":"We will accept that","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[\"money\"]","note":"","disputed":"he says he never said it","added_by":52,"recorded_at":"2026-02-14T17:37:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(89,57,'verification',1,NULL,'{"id":1,"quote_id":2,"kind":"recording","source_id":1,"fingerprint":"1-e8438e86d02f2c7d4b0d-d798b8036fbf9db370c5-d12fda3e79fee450d73f-6b86b273ff34fce19d6b","passage":"","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":57,"recorded_at":"2026-02-14T17:42:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(90,58,'story',2,NULL,'{"id":2,"slug":"week-two","headline":"","draft":"","negotiation_id":null,"archived":0,"added_by":58,"recorded_at":"2026-02-14T17:43:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(91,59,'story',2,'{"id":2,"slug":"week-two","headline":"","draft":"","negotiation_id":null,"archived":0,"added_by":58,"recorded_at":"2026-02-14T17:43:00.000Z","withdrawn_at":null}','{"id":2,"slug":"week-two","headline":"Talks go on","draft":"","negotiation_id":null,"archived":0,"added_by":58,"recorded_at":"2026-02-14T17:43:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(92,60,'story',1,'{"id":1,"slug":"week-one","headline":"","draft":"","negotiation_id":1,"archived":0,"added_by":11,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"slug":"week-one","headline":"","draft":"","negotiation_id":1,"archived":0,"added_by":11,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:45:00.000Z"}');
INSERT INTO "history" VALUES(93,61,'story',1,'{"id":1,"slug":"week-one","headline":"","draft":"","negotiation_id":1,"archived":0,"added_by":11,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:45:00.000Z"}','{"id":1,"slug":"week-one","headline":"","draft":"","negotiation_id":1,"archived":0,"added_by":11,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(94,62,'story_check',2,NULL,'{"id":2,"story_id":1,"what":"which Monday","category":"date","words":"","added_by":62,"recorded_at":"2026-02-14T17:47:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(95,62,'check_mark',2,NULL,'{"id":2,"check_id":2,"mark":"red","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":62,"recorded_at":"2026-02-14T17:47:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(96,63,'check_mark',3,NULL,'{"id":3,"check_id":1,"mark":"green","evidence":"the calendar","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":63,"recorded_at":"2026-02-14T17:48:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(97,64,'story_check',1,'{"id":1,"story_id":1,"what":"the hour of June 30","category":"","words":"","added_by":15,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"story_id":1,"what":"the hour of June 30","category":"","words":"","added_by":15,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:49:00.000Z"}');
INSERT INTO "history" VALUES(98,65,'story_check',1,'{"id":1,"story_id":1,"what":"the hour of June 30","category":"","words":"","added_by":15,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":"2026-02-14T17:49:00.000Z"}','{"id":1,"story_id":1,"what":"the hour of June 30","category":"","words":"","added_by":15,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(99,66,'person',3,NULL,'{"id":3,"name":"Mara Storck","title":"scheduler","party_id":2,"aliases":"[\"Storcky\"]","confidential":1,"merged_into":null,"added_by":66,"recorded_at":"2026-02-14T17:50:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(100,67,'development',4,NULL,'{"id":4,"kind":"session","words":"session number 0","date_id":5,"issue_id":1,"source_id":null,"locator":"","corrects":null,"added_by":67,"recorded_at":"2026-02-14T17:51:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(101,67,'development_talks',4,NULL,'{"id":4,"development_id":4,"negotiation_id":1,"added_by":67}');
INSERT INTO "history" VALUES(102,68,'development',5,NULL,'{"id":5,"kind":"statement","words":"statement number 1","date_id":6,"issue_id":null,"source_id":1,"locator":"","corrects":null,"added_by":68,"recorded_at":"2026-02-14T17:52:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(103,68,'development_talks',5,NULL,'{"id":5,"development_id":5,"negotiation_id":1,"added_by":68}');
INSERT INTO "history" VALUES(104,68,'development_talks',6,NULL,'{"id":6,"development_id":5,"negotiation_id":2,"added_by":68}');
INSERT INTO "history" VALUES(105,68,'development_who',1,NULL,'{"id":1,"development_id":5,"person_id":null,"party_id":1,"added_by":68}');
INSERT INTO "history" VALUES(106,68,'development_who',2,NULL,'{"id":2,"development_id":5,"person_id":1,"party_id":null,"added_by":68}');
INSERT INTO "history" VALUES(107,69,'development',6,NULL,'{"id":6,"kind":"proposal","words":"proposal number 2","date_id":7,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":69,"recorded_at":"2026-02-14T17:53:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(108,69,'development_talks',7,NULL,'{"id":7,"development_id":6,"negotiation_id":1,"added_by":69}');
INSERT INTO "history" VALUES(109,69,'development_who',3,NULL,'{"id":3,"development_id":6,"person_id":null,"party_id":1,"added_by":69}');
INSERT INTO "history" VALUES(110,70,'development',7,NULL,'{"id":7,"kind":"comment_sought","words":"comment_sought number 3","date_id":8,"issue_id":null,"source_id":1,"locator":"","corrects":null,"added_by":70,"recorded_at":"2026-02-14T17:54:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(111,70,'development_talks',8,NULL,'{"id":8,"development_id":7,"negotiation_id":1,"added_by":70}');
INSERT INTO "history" VALUES(112,70,'development_talks',9,NULL,'{"id":9,"development_id":7,"negotiation_id":2,"added_by":70}');
INSERT INTO "history" VALUES(113,70,'development_who',4,NULL,'{"id":4,"development_id":7,"person_id":1,"party_id":null,"added_by":70}');
INSERT INTO "history" VALUES(114,70,'development_asked',1,NULL,'{"id":1,"development_id":7,"person_id":null,"party_id":2,"how":"by e-mail","outcome":"unreachable","added_by":70}');
INSERT INTO "history" VALUES(115,71,'development',8,NULL,'{"id":8,"kind":"vote","words":"vote number 4","date_id":9,"issue_id":1,"source_id":null,"locator":"","corrects":null,"added_by":71,"recorded_at":"2026-02-14T17:55:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(116,71,'development_talks',10,NULL,'{"id":10,"development_id":8,"negotiation_id":1,"added_by":71}');
INSERT INTO "history" VALUES(117,71,'development_who',5,NULL,'{"id":5,"development_id":8,"person_id":null,"party_id":1,"added_by":71}');
INSERT INTO "history" VALUES(118,72,'development',9,NULL,'{"id":9,"kind":"filing","words":"filing number 5","date_id":5,"issue_id":null,"source_id":1,"locator":"","corrects":null,"added_by":72,"recorded_at":"2026-02-14T17:56:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(119,72,'development_talks',11,NULL,'{"id":11,"development_id":9,"negotiation_id":1,"added_by":72}');
INSERT INTO "history" VALUES(120,72,'development_talks',12,NULL,'{"id":12,"development_id":9,"negotiation_id":2,"added_by":72}');
INSERT INTO "history" VALUES(121,72,'development_who',6,NULL,'{"id":6,"development_id":9,"person_id":null,"party_id":1,"added_by":72}');
INSERT INTO "history" VALUES(122,72,'development_who',7,NULL,'{"id":7,"development_id":9,"person_id":1,"party_id":null,"added_by":72}');
INSERT INTO "history" VALUES(123,73,'development',10,NULL,'{"id":10,"kind":"schedule","words":"schedule number 6","date_id":6,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":73,"recorded_at":"2026-02-14T17:57:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(124,73,'development_talks',13,NULL,'{"id":13,"development_id":10,"negotiation_id":1,"added_by":73}');
INSERT INTO "history" VALUES(125,74,'development',11,NULL,'{"id":11,"kind":"action","words":"action number 7","date_id":7,"issue_id":null,"source_id":1,"locator":"","corrects":null,"added_by":74,"recorded_at":"2026-02-14T17:58:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(126,74,'development_talks',14,NULL,'{"id":14,"development_id":11,"negotiation_id":1,"added_by":74}');
INSERT INTO "history" VALUES(127,74,'development_talks',15,NULL,'{"id":15,"development_id":11,"negotiation_id":2,"added_by":74}');
INSERT INTO "history" VALUES(128,74,'development_who',8,NULL,'{"id":8,"development_id":11,"person_id":null,"party_id":1,"added_by":74}');
INSERT INTO "history" VALUES(129,74,'development_who',9,NULL,'{"id":9,"development_id":11,"person_id":1,"party_id":null,"added_by":74}');
INSERT INTO "history" VALUES(130,75,'development',12,NULL,'{"id":12,"kind":"claim","words":"claim number 8","date_id":8,"issue_id":1,"source_id":null,"locator":"","corrects":null,"added_by":75,"recorded_at":"2026-02-14T17:59:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(131,75,'development_talks',16,NULL,'{"id":16,"development_id":12,"negotiation_id":1,"added_by":75}');
INSERT INTO "history" VALUES(132,75,'development_who',10,NULL,'{"id":10,"development_id":12,"person_id":null,"party_id":1,"added_by":75}');
INSERT INTO "history" VALUES(133,76,'development',13,NULL,'{"id":13,"kind":"correction","words":"correction number 9","date_id":9,"issue_id":null,"source_id":1,"locator":"","corrects":null,"added_by":76,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(134,76,'development_talks',17,NULL,'{"id":17,"development_id":13,"negotiation_id":1,"added_by":76}');
INSERT INTO "history" VALUES(135,76,'development_talks',18,NULL,'{"id":18,"development_id":13,"negotiation_id":2,"added_by":76}');
INSERT INTO "history" VALUES(136,76,'development_who',11,NULL,'{"id":11,"development_id":13,"person_id":1,"party_id":null,"added_by":76}');
INSERT INTO "history" VALUES(137,77,'development',14,NULL,'{"id":14,"kind":"session","words":"contract moves","date_id":10,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":77,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(138,77,'development_talks',19,NULL,'{"id":19,"development_id":14,"negotiation_id":1,"added_by":77}');
INSERT INTO "history" VALUES(139,77,'development_axis',4,NULL,'{"id":4,"development_id":14,"axis":"contract","value":"extended","added_by":77}');
INSERT INTO "history" VALUES(140,78,'development',15,NULL,'{"id":15,"kind":"session","words":"action moves","date_id":10,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":78,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(141,78,'development_talks',20,NULL,'{"id":20,"development_id":15,"negotiation_id":1,"added_by":78}');
INSERT INTO "history" VALUES(142,78,'development_axis',5,NULL,'{"id":5,"development_id":15,"axis":"action","value":"strike_vote_called","added_by":78}');
INSERT INTO "history" VALUES(143,79,'development',16,NULL,'{"id":16,"kind":"session","words":"blackout moves","date_id":10,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":79,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(144,79,'development_talks',21,NULL,'{"id":21,"development_id":16,"negotiation_id":1,"added_by":79}');
INSERT INTO "history" VALUES(145,79,'development_axis',6,NULL,'{"id":6,"development_id":16,"axis":"blackout","value":"mutual","added_by":79}');
INSERT INTO "history" VALUES(146,80,'development',17,NULL,'{"id":17,"kind":"session","words":"phase moves","date_id":10,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":80,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(147,80,'development_talks',22,NULL,'{"id":22,"development_id":17,"negotiation_id":1,"added_by":80}');
INSERT INTO "history" VALUES(148,80,'development_axis',7,NULL,'{"id":7,"development_id":17,"axis":"phase","value":"recessed","added_by":80}');
INSERT INTO "history" VALUES(149,81,'development',18,NULL,'{"id":18,"kind":"comment_sought","words":"asked, pending","date_id":11,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":81,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(150,81,'development_talks',23,NULL,'{"id":23,"development_id":18,"negotiation_id":1,"added_by":81}');
INSERT INTO "history" VALUES(151,81,'development_asked',2,NULL,'{"id":2,"development_id":18,"person_id":1,"party_id":null,"how":"phone","outcome":"pending","added_by":81}');
INSERT INTO "history" VALUES(152,82,'development',19,NULL,'{"id":19,"kind":"comment_sought","words":"asked, declined","date_id":11,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":82,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(153,82,'development_talks',24,NULL,'{"id":24,"development_id":19,"negotiation_id":1,"added_by":82}');
INSERT INTO "history" VALUES(154,82,'development_asked',3,NULL,'{"id":3,"development_id":19,"person_id":1,"party_id":null,"how":"phone","outcome":"declined","added_by":82}');
INSERT INTO "history" VALUES(155,83,'development',20,NULL,'{"id":20,"kind":"comment_sought","words":"asked, no_response","date_id":11,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":83,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(156,83,'development_talks',25,NULL,'{"id":25,"development_id":20,"negotiation_id":1,"added_by":83}');
INSERT INTO "history" VALUES(157,83,'development_asked',4,NULL,'{"id":4,"development_id":20,"person_id":1,"party_id":null,"how":"phone","outcome":"no_response","added_by":83}');
INSERT INTO "history" VALUES(158,84,'development',21,NULL,'{"id":21,"kind":"comment_sought","words":"asked, unreachable","date_id":11,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":84,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(159,84,'development_talks',26,NULL,'{"id":26,"development_id":21,"negotiation_id":1,"added_by":84}');
INSERT INTO "history" VALUES(160,84,'development_asked',5,NULL,'{"id":5,"development_id":21,"person_id":1,"party_id":null,"how":"phone","outcome":"unreachable","added_by":84}');
INSERT INTO "history" VALUES(161,85,'development',22,NULL,'{"id":22,"kind":"comment_sought","words":"asked, referred","date_id":11,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":85,"recorded_at":"2026-02-14T18:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(162,85,'development_talks',27,NULL,'{"id":27,"development_id":22,"negotiation_id":1,"added_by":85}');
INSERT INTO "history" VALUES(163,85,'development_asked',6,NULL,'{"id":6,"development_id":22,"person_id":1,"party_id":null,"how":"phone","outcome":"referred","added_by":85}');
INSERT INTO "history" VALUES(164,86,'source',3,NULL,'{"id":3,"code":"src1","kind":"recording","tier":"primary","title":"Source number 1","outlet":"The Paper","date_id":12,"url":"","locator":"","sha256":"","confidential":0,"added_by":86,"recorded_at":"2026-02-14T18:01:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(165,86,'terms',3,NULL,'{"id":3,"source_id":3,"quote_id":null,"rule":"on_record","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":86,"recorded_at":"2026-02-14T18:01:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(166,87,'quote',3,NULL,'{"id":3,"form":"partial","words":"This is what was said in conversation number 1.","end_mark":"given","source_id":3,"venue":"the lobby","date_id":12,"locator":"1:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":87,"recorded_at":"2026-02-14T18:01:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(167,87,'quote_speaker',4,NULL,'{"id":4,"quote_id":3,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":87,"recorded_at":"2026-02-14T18:01:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(168,87,'quote_talks',3,NULL,'{"id":3,"quote_id":3,"negotiation_id":1,"added_by":87,"recorded_at":"2026-02-14T18:01:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(169,88,'verification',2,NULL,'{"id":2,"quote_id":3,"kind":"transcript","source_id":3,"fingerprint":"1-0ff9fb2aaa4dc60b230a-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-4e07408562bedb8b60ce","passage":"This is what was said in conversation number 1.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":88,"recorded_at":"2026-02-14T18:01:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(170,89,'source',4,NULL,'{"id":4,"code":"src2","kind":"transcript","tier":"primary","title":"Source number 2","outlet":"","date_id":13,"url":"","locator":"","sha256":"","confidential":0,"added_by":89,"recorded_at":"2026-02-14T18:02:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(171,89,'terms',4,NULL,'{"id":4,"source_id":4,"quote_id":null,"rule":"background","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":89,"recorded_at":"2026-02-14T18:02:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(172,90,'quote',4,NULL,'{"id":4,"form":"paraphrase","words":"This is what was said in conversation number 2.","end_mark":"given","source_id":4,"venue":"the lobby","date_id":13,"locator":"2:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":90,"recorded_at":"2026-02-14T18:02:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(173,90,'quote_speaker',5,NULL,'{"id":5,"quote_id":4,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":90,"recorded_at":"2026-02-14T18:02:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(174,90,'quote_talks',4,NULL,'{"id":4,"quote_id":4,"negotiation_id":1,"added_by":90,"recorded_at":"2026-02-14T18:02:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(175,91,'verification',3,NULL,'{"id":3,"quote_id":4,"kind":"document","source_id":4,"fingerprint":"1-ecab9da52882fc330f22-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-4b227777d4dd1fc61c6f","passage":"This is what was said in conversation number 2.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":91,"recorded_at":"2026-02-14T18:02:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(176,92,'source',5,NULL,'{"id":5,"code":"src3","kind":"press_release","tier":"primary","title":"Source number 3","outlet":"The Paper","date_id":14,"url":"","locator":"","sha256":"","confidential":0,"added_by":92,"recorded_at":"2026-02-14T18:03:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(177,92,'terms',5,NULL,'{"id":5,"source_id":5,"quote_id":null,"rule":"not_for_attribution","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":92,"recorded_at":"2026-02-14T18:03:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(178,93,'quote',5,NULL,'{"id":5,"form":"full","words":"This is what was said in conversation number 3.","end_mark":"given","source_id":5,"venue":"the lobby","date_id":14,"locator":"3:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":93,"recorded_at":"2026-02-14T18:03:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(179,93,'quote_speaker',6,NULL,'{"id":6,"quote_id":5,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":93,"recorded_at":"2026-02-14T18:03:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(180,93,'quote_talks',5,NULL,'{"id":5,"quote_id":5,"negotiation_id":1,"added_by":93,"recorded_at":"2026-02-14T18:03:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(181,94,'verification',4,NULL,'{"id":4,"quote_id":5,"kind":"statement","source_id":5,"fingerprint":"1-07b53a7236cb0417261a-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-ef2d127de37b942baad0","passage":"This is what was said in conversation number 3.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":94,"recorded_at":"2026-02-14T18:03:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(182,95,'source',6,NULL,'{"id":6,"code":"src4","kind":"public_event","tier":"primary","title":"Source number 4","outlet":"","date_id":15,"url":"","locator":"","sha256":"","confidential":0,"added_by":95,"recorded_at":"2026-02-14T18:04:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(183,95,'terms',6,NULL,'{"id":6,"source_id":6,"quote_id":null,"rule":"deep_background","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":95,"recorded_at":"2026-02-14T18:04:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(184,96,'quote',6,NULL,'{"id":6,"form":"partial","words":"This is what was said in conversation number 4.","end_mark":"given","source_id":6,"venue":"the lobby","date_id":15,"locator":"4:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":96,"recorded_at":"2026-02-14T18:04:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(185,96,'quote_speaker',7,NULL,'{"id":7,"quote_id":6,"rank":0,"person_id":3,"party_id":null,"name":"Mara Storck","title":"scheduler","party":"AMPTP","added_by":96,"recorded_at":"2026-02-14T18:04:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(186,96,'quote_talks',6,NULL,'{"id":6,"quote_id":6,"negotiation_id":1,"added_by":96,"recorded_at":"2026-02-14T18:04:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(187,97,'verification',5,NULL,'{"id":5,"quote_id":6,"kind":"notes","source_id":6,"fingerprint":"1-80769e2909f13ebbde3f-25bf07bde29bf5380a4d-f69ef21e033526fe15c8-e7f6c011776e8db7cd33","passage":"This is what was said in conversation number 4.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":97,"recorded_at":"2026-02-14T18:04:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(188,98,'source',7,NULL,'{"id":7,"code":"src5","kind":"document","tier":"primary","title":"Source number 5","outlet":"The Paper","date_id":16,"url":"","locator":"","sha256":"","confidential":0,"added_by":98,"recorded_at":"2026-02-14T18:05:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(189,98,'terms',7,NULL,'{"id":7,"source_id":7,"quote_id":null,"rule":"off_record","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":98,"recorded_at":"2026-02-14T18:05:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(190,99,'quote',7,NULL,'{"id":7,"form":"paraphrase","words":"This is what was said in conversation number 5.","end_mark":"given","source_id":7,"venue":"the lobby","date_id":16,"locator":"5:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":99,"recorded_at":"2026-02-14T18:05:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(191,99,'quote_speaker',8,NULL,'{"id":8,"quote_id":7,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":99,"recorded_at":"2026-02-14T18:05:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(192,99,'quote_talks',7,NULL,'{"id":7,"quote_id":7,"negotiation_id":1,"added_by":99,"recorded_at":"2026-02-14T18:05:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(193,100,'verification',6,NULL,'{"id":6,"quote_id":7,"kind":"readback","source_id":7,"fingerprint":"1-bc7842c8a38f22ccfa4b-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-7902699be42c8a8e46fb","passage":"This is what was said in conversation number 5.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":100,"recorded_at":"2026-02-14T18:05:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(194,101,'source',8,NULL,'{"id":8,"code":"src6","kind":"interview_notes","tier":"primary","title":"Source number 6","outlet":"","date_id":17,"url":"","locator":"","sha256":"","confidential":0,"added_by":101,"recorded_at":"2026-02-14T18:06:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(195,101,'terms',8,NULL,'{"id":8,"source_id":8,"quote_id":null,"rule":"unknown","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":101,"recorded_at":"2026-02-14T18:06:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(196,102,'quote',8,NULL,'{"id":8,"form":"full","words":"This is what was said in conversation number 6.","end_mark":"given","source_id":8,"venue":"the lobby","date_id":17,"locator":"6:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":102,"recorded_at":"2026-02-14T18:06:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(197,102,'quote_speaker',9,NULL,'{"id":9,"quote_id":8,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":102,"recorded_at":"2026-02-14T18:06:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(198,102,'quote_talks',8,NULL,'{"id":8,"quote_id":8,"negotiation_id":1,"added_by":102,"recorded_at":"2026-02-14T18:06:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(199,103,'source',9,NULL,'{"id":9,"code":"src7","kind":"published_report","tier":"secondary","title":"Source number 7","outlet":"The Paper","date_id":18,"url":"","locator":"","sha256":"","confidential":0,"added_by":103,"recorded_at":"2026-02-14T18:07:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(200,103,'terms',9,NULL,'{"id":9,"source_id":9,"quote_id":null,"rule":"on_record","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":103,"recorded_at":"2026-02-14T18:07:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(201,104,'quote',9,NULL,'{"id":9,"form":"partial","words":"This is what was said in conversation number 7.","end_mark":"given","source_id":9,"venue":"the lobby","date_id":18,"locator":"7:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":104,"recorded_at":"2026-02-14T18:07:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(202,104,'quote_speaker',10,NULL,'{"id":10,"quote_id":9,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":104,"recorded_at":"2026-02-14T18:07:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(203,104,'quote_talks',9,NULL,'{"id":9,"quote_id":9,"negotiation_id":1,"added_by":104,"recorded_at":"2026-02-14T18:07:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(204,105,'source',10,NULL,'{"id":10,"code":"src8","kind":"social_post","tier":"primary","title":"Source number 8","outlet":"","date_id":19,"url":"","locator":"","sha256":"","confidential":0,"added_by":105,"recorded_at":"2026-02-14T18:08:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(205,105,'terms',10,NULL,'{"id":10,"source_id":10,"quote_id":null,"rule":"background","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":105,"recorded_at":"2026-02-14T18:08:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(206,106,'quote',10,NULL,'{"id":10,"form":"paraphrase","words":"This is what was said in conversation number 8.","end_mark":"given","source_id":10,"venue":"the lobby","date_id":19,"locator":"8:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":106,"recorded_at":"2026-02-14T18:08:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(207,106,'quote_speaker',11,NULL,'{"id":11,"quote_id":10,"rank":0,"person_id":3,"party_id":null,"name":"Mara Storck","title":"scheduler","party":"AMPTP","added_by":106,"recorded_at":"2026-02-14T18:08:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(208,106,'quote_talks',10,NULL,'{"id":10,"quote_id":10,"negotiation_id":1,"added_by":106,"recorded_at":"2026-02-14T18:08:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(209,107,'verification',7,NULL,'{"id":7,"quote_id":10,"kind":"transcript","source_id":10,"fingerprint":"1-14e43c88d85773a76a3a-25bf07bde29bf5380a4d-f69ef21e033526fe15c8-4a44dc15364204a80fe8","passage":"This is what was said in conversation number 8.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":107,"recorded_at":"2026-02-14T18:08:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(210,108,'source',11,NULL,'{"id":11,"code":"src9","kind":"recording","tier":"primary","title":"Source number 9","outlet":"The Paper","date_id":20,"url":"","locator":"","sha256":"","confidential":0,"added_by":108,"recorded_at":"2026-02-14T18:09:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(211,108,'terms',11,NULL,'{"id":11,"source_id":11,"quote_id":null,"rule":"not_for_attribution","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":108,"recorded_at":"2026-02-14T18:09:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(212,109,'quote',11,NULL,'{"id":11,"form":"full","words":"This is what was said in conversation number 9.","end_mark":"given","source_id":11,"venue":"the lobby","date_id":20,"locator":"9:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":109,"recorded_at":"2026-02-14T18:09:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(213,109,'quote_speaker',12,NULL,'{"id":12,"quote_id":11,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":109,"recorded_at":"2026-02-14T18:09:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(214,109,'quote_talks',11,NULL,'{"id":11,"quote_id":11,"negotiation_id":1,"added_by":109,"recorded_at":"2026-02-14T18:09:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(215,110,'verification',8,NULL,'{"id":8,"quote_id":11,"kind":"document","source_id":11,"fingerprint":"1-b47ee82b93d639d259b4-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-4fc82b26aecb47d2868c","passage":"This is what was said in conversation number 9.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":110,"recorded_at":"2026-02-14T18:09:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(216,111,'source',12,NULL,'{"id":12,"code":"src10","kind":"transcript","tier":"primary","title":"Source number 10","outlet":"","date_id":5,"url":"","locator":"","sha256":"","confidential":0,"added_by":111,"recorded_at":"2026-02-14T18:10:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(217,111,'terms',12,NULL,'{"id":12,"source_id":12,"quote_id":null,"rule":"deep_background","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":111,"recorded_at":"2026-02-14T18:10:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(218,112,'quote',12,NULL,'{"id":12,"form":"partial","words":"This is what was said in conversation number 10.","end_mark":"given","source_id":12,"venue":"the lobby","date_id":5,"locator":"10:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":112,"recorded_at":"2026-02-14T18:10:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(219,112,'quote_speaker',13,NULL,'{"id":13,"quote_id":12,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":112,"recorded_at":"2026-02-14T18:10:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(220,112,'quote_talks',12,NULL,'{"id":12,"quote_id":12,"negotiation_id":1,"added_by":112,"recorded_at":"2026-02-14T18:10:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(221,113,'verification',9,NULL,'{"id":9,"quote_id":12,"kind":"statement","source_id":12,"fingerprint":"1-b63754cec8aacabc79ad-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-6b51d431df5d7f141cbe","passage":"This is what was said in conversation number 10.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":113,"recorded_at":"2026-02-14T18:10:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(222,114,'source',13,NULL,'{"id":13,"code":"src11","kind":"press_release","tier":"primary","title":"Source number 11","outlet":"The Paper","date_id":21,"url":"","locator":"","sha256":"","confidential":0,"added_by":114,"recorded_at":"2026-02-14T18:11:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(223,114,'terms',13,NULL,'{"id":13,"source_id":13,"quote_id":null,"rule":"off_record","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":114,"recorded_at":"2026-02-14T18:11:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(224,115,'quote',13,NULL,'{"id":13,"form":"paraphrase","words":"This is what was said in conversation number 11.","end_mark":"given","source_id":13,"venue":"the lobby","date_id":21,"locator":"11:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":115,"recorded_at":"2026-02-14T18:11:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(225,115,'quote_speaker',14,NULL,'{"id":14,"quote_id":13,"rank":0,"person_id":1,"party_id":null,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party":"SAG-AFTRA","added_by":115,"recorded_at":"2026-02-14T18:11:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(226,115,'quote_talks',13,NULL,'{"id":13,"quote_id":13,"negotiation_id":1,"added_by":115,"recorded_at":"2026-02-14T18:11:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(227,116,'verification',10,NULL,'{"id":10,"quote_id":13,"kind":"notes","source_id":13,"fingerprint":"1-8b27b9c62044eb77a153-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-3fdba35f04dc8c462986","passage":"This is what was said in conversation number 11.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":116,"recorded_at":"2026-02-14T18:11:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(228,117,'source',14,NULL,'{"id":14,"code":"src12","kind":"public_event","tier":"primary","title":"Source number 12","outlet":"","date_id":22,"url":"","locator":"","sha256":"","confidential":0,"added_by":117,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(229,117,'terms',14,NULL,'{"id":14,"source_id":14,"quote_id":null,"rule":"unknown","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person familiar with the schedule","agreed_with":"Ann","agreed_id":1,"agreed":"unknown","why_unnamed":"fears for the job","how_known":"was in the room","approved_by":"the editor","note":"","corrects":null,"added_by":117,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(230,118,'quote',14,NULL,'{"id":14,"form":"full","words":"This is what was said in conversation number 12.","end_mark":"given","source_id":14,"venue":"the lobby","date_id":22,"locator":"12:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":118,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(231,118,'quote_speaker',15,NULL,'{"id":15,"quote_id":14,"rank":0,"person_id":3,"party_id":null,"name":"Mara Storck","title":"scheduler","party":"AMPTP","added_by":118,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(232,118,'quote_talks',14,NULL,'{"id":14,"quote_id":14,"negotiation_id":1,"added_by":118,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(233,119,'verification',11,NULL,'{"id":11,"quote_id":14,"kind":"readback","source_id":14,"fingerprint":"1-de6e6469876be9678583-25bf07bde29bf5380a4d-f69ef21e033526fe15c8-8527a891e224136950ff","passage":"This is what was said in conversation number 12.","locator":"","listened":0,"who":"Ann Reporter","note":"","corrects":null,"added_by":119,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(234,120,'quote',15,NULL,'{"id":15,"form":"full","words":"We will extend the talks by a week","end_mark":"given","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[]","note":"","disputed":"","added_by":120,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(235,120,'quote_speaker',16,NULL,'{"id":16,"quote_id":15,"rank":0,"person_id":null,"party_id":1,"name":"SAG-AFTRA","title":"","party":"SAG-AFTRA","added_by":120,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(236,120,'quote_speaker',17,NULL,'{"id":17,"quote_id":15,"rank":1,"person_id":null,"party_id":2,"name":"AMPTP","title":"","party":"AMPTP","added_by":120,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(237,121,'quote',16,NULL,'{"id":16,"form":"full","words":"There will be no strike this year","end_mark":"unknown","source_id":1,"venue":"","date_id":1,"locator":"","tags":"[]","note":"","disputed":"","added_by":121,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(238,121,'quote_speaker',18,NULL,'{"id":18,"quote_id":16,"rank":0,"person_id":null,"party_id":1,"name":"SAG-AFTRA","title":"","party":"SAG-AFTRA","added_by":121,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(239,122,'position',2,NULL,'{"id":2,"issue_id":1,"party_id":2,"kind":"stated","words":"wants 0 percent","date_id":5,"source_id":null,"corrects":null,"added_by":122,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(240,123,'position',3,NULL,'{"id":3,"issue_id":1,"party_id":1,"kind":"characterised_by_other","words":"wants 1 percent","date_id":21,"source_id":1,"corrects":null,"added_by":123,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(241,124,'position',4,NULL,'{"id":4,"issue_id":1,"party_id":2,"kind":"reported_unnamed","words":"wants 2 percent","date_id":22,"source_id":null,"corrects":null,"added_by":124,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(242,125,'position',5,NULL,'{"id":5,"issue_id":1,"party_id":1,"kind":"document","words":"wants 3 percent","date_id":11,"source_id":1,"corrects":null,"added_by":125,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(243,126,'position',6,NULL,'{"id":6,"issue_id":1,"party_id":2,"kind":"no_public_position","words":"","date_id":23,"source_id":null,"corrects":null,"added_by":126,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(244,127,'embargo',3,NULL,'{"id":3,"source_id":null,"quote_id":16,"development_id":null,"until_utc":"2099-01-02T17:00:00.000Z","zone":"America/New_York","lifted":0,"note":"","corrects":null,"added_by":127,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(245,128,'embargo',4,NULL,'{"id":4,"source_id":null,"quote_id":null,"development_id":22,"until_utc":"2099-01-02T17:00:00.000Z","zone":"America/New_York","lifted":0,"note":"","corrects":null,"added_by":128,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(246,129,'terms',15,NULL,'{"id":15,"source_id":null,"quote_id":15,"rule":"background","may_publish":null,"may_quote":null,"may_name":null,"attribution":"a person in the room","agreed_with":"","agreed_id":1,"agreed":"unknown","why_unnamed":"","how_known":"","approved_by":"","note":"agreed otherwise","corrects":null,"added_by":129,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(247,130,'deadline',3,NULL,'{"id":3,"name":"talks_begin comes","kind":"talks_begin","negotiation_id":1,"note":"n","done_at":null,"added_by":130,"recorded_at":"2026-02-14T18:13:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(248,130,'deadline_date',4,NULL,'{"id":4,"deadline_id":3,"date_id":24,"source_id":null,"locator":"","corrects":null,"added_by":130,"recorded_at":"2026-02-14T18:13:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(249,131,'deadline',4,NULL,'{"id":4,"name":"talks_resume comes","kind":"talks_resume","negotiation_id":1,"note":"n","done_at":null,"added_by":131,"recorded_at":"2026-02-14T18:14:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(250,131,'deadline_date',5,NULL,'{"id":5,"deadline_id":4,"date_id":24,"source_id":null,"locator":"","corrects":null,"added_by":131,"recorded_at":"2026-02-14T18:14:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(251,132,'deadline',5,NULL,'{"id":5,"name":"expiry comes","kind":"expiry","negotiation_id":1,"note":"n","done_at":null,"added_by":132,"recorded_at":"2026-02-14T18:15:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(252,132,'deadline_date',6,NULL,'{"id":6,"deadline_id":5,"date_id":24,"source_id":null,"locator":"","corrects":null,"added_by":132,"recorded_at":"2026-02-14T18:15:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(253,133,'deadline',6,NULL,'{"id":6,"name":"vote comes","kind":"vote","negotiation_id":1,"note":"n","done_at":null,"added_by":133,"recorded_at":"2026-02-14T18:16:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(254,133,'deadline_date',7,NULL,'{"id":7,"deadline_id":6,"date_id":24,"source_id":null,"locator":"","corrects":null,"added_by":133,"recorded_at":"2026-02-14T18:16:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(255,134,'deadline',7,NULL,'{"id":7,"name":"filing comes","kind":"filing","negotiation_id":1,"note":"n","done_at":null,"added_by":134,"recorded_at":"2026-02-14T18:17:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(256,134,'deadline_date',8,NULL,'{"id":8,"deadline_id":7,"date_id":24,"source_id":null,"locator":"","corrects":null,"added_by":134,"recorded_at":"2026-02-14T18:17:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(257,135,'deadline',8,NULL,'{"id":8,"name":"publication comes","kind":"publication","negotiation_id":1,"note":"n","done_at":null,"added_by":135,"recorded_at":"2026-02-14T18:18:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(258,135,'deadline_date',9,NULL,'{"id":9,"deadline_id":8,"date_id":24,"source_id":null,"locator":"","corrects":null,"added_by":135,"recorded_at":"2026-02-14T18:18:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(259,136,'deadline',9,NULL,'{"id":9,"name":"other comes","kind":"other","negotiation_id":1,"note":"n","done_at":null,"added_by":136,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(260,136,'deadline_date',10,NULL,'{"id":10,"deadline_id":9,"date_id":24,"source_id":null,"locator":"","corrects":null,"added_by":136,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(261,137,'deadline_date',11,NULL,'{"id":11,"deadline_id":9,"date_id":25,"source_id":1,"locator":"","corrects":null,"added_by":137,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(262,138,'story_check',3,NULL,'{"id":3,"story_id":1,"what":"check for red","category":"name","words":"words of it","added_by":138,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(263,138,'check_mark',4,NULL,'{"id":4,"check_id":3,"mark":"red","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":138,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(264,139,'check_mark',5,NULL,'{"id":5,"check_id":3,"mark":"red","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":139,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(265,140,'story_check',4,NULL,'{"id":4,"story_id":1,"what":"check for amber","category":"name","words":"words of it","added_by":140,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(266,140,'check_mark',6,NULL,'{"id":6,"check_id":4,"mark":"red","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":140,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(267,141,'check_mark',7,NULL,'{"id":7,"check_id":4,"mark":"amber","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":141,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(268,142,'story_check',5,NULL,'{"id":5,"story_id":1,"what":"check for green","category":"name","words":"words of it","added_by":142,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(269,142,'check_mark',8,NULL,'{"id":8,"check_id":5,"mark":"red","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":142,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(270,143,'check_mark',9,NULL,'{"id":9,"check_id":5,"mark":"green","evidence":"the calendar","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":143,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(271,144,'story_check',6,NULL,'{"id":6,"story_id":1,"what":"check for n_a","category":"name","words":"words of it","added_by":144,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(272,144,'check_mark',10,NULL,'{"id":10,"check_id":6,"mark":"red","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":144,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(273,145,'check_mark',11,NULL,'{"id":11,"check_id":6,"mark":"n_a","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":145,"recorded_at":"2026-02-14T18:19:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(274,151,'person',1,'{"id":1,"name":"Duncan Crabtree-Ireland","title":"chief negotiator","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"Duncan Crabtree-Ireland","title":"national executive director","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(275,152,'person',8,NULL,'{"id":8,"name":"Old Surname","title":"","party_id":null,"aliases":"[\"Oldie\"]","confidential":1,"merged_into":null,"added_by":152,"recorded_at":"2026-02-14T18:23:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(276,153,'person',8,'{"id":8,"name":"Old Surname","title":"","party_id":null,"aliases":"[\"Oldie\"]","confidential":1,"merged_into":null,"added_by":152,"recorded_at":"2026-02-14T18:23:00.000Z","withdrawn_at":null}','{"id":8,"name":"New Surname","title":"","party_id":null,"aliases":"[\"Oldie\", \"Old Surname\"]","confidential":1,"merged_into":null,"added_by":152,"recorded_at":"2026-02-14T18:23:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(277,154,'development',46,NULL,'{"id":46,"kind":"session","words":"the last session","date_id":55,"issue_id":null,"source_id":null,"locator":"","corrects":null,"added_by":154,"recorded_at":"2026-02-14T18:24:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(278,154,'development_talks',52,NULL,'{"id":52,"development_id":46,"negotiation_id":1,"added_by":154}');
INSERT INTO "history" VALUES(279,155,'quote',14,'{"id":14,"form":"full","words":"This is what was said in conversation number 12.","end_mark":"given","source_id":14,"venue":"the lobby","date_id":22,"locator":"12:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":118,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}','{"id":14,"form":"full","words":"This is what was said in conversation number 12.","end_mark":"given","source_id":14,"venue":"the lobby","date_id":22,"locator":"12:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"he says he never said it","added_by":118,"recorded_at":"2026-02-14T18:12:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(280,156,'person',9,NULL,'{"id":9,"name":"Duncan Crabtree Ireland","title":"","party_id":null,"aliases":"[]","confidential":0,"merged_into":null,"added_by":156,"recorded_at":"2026-02-14T18:26:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(281,157,'person',1,'{"id":1,"name":"Duncan Crabtree-Ireland","title":"national executive director","party_id":1,"aliases":"[]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}','{"id":1,"name":"Duncan Crabtree-Ireland","title":"national executive director","party_id":1,"aliases":"[\"Duncan Crabtree Ireland\"]","confidential":0,"merged_into":null,"added_by":8,"recorded_at":"2026-02-14T17:00:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(282,157,'person',9,'{"id":9,"name":"Duncan Crabtree Ireland","title":"","party_id":null,"aliases":"[]","confidential":0,"merged_into":null,"added_by":156,"recorded_at":"2026-02-14T18:26:00.000Z","withdrawn_at":null}','{"id":9,"name":"Duncan Crabtree Ireland","title":"","party_id":null,"aliases":"[]","confidential":0,"merged_into":1,"added_by":156,"recorded_at":"2026-02-14T18:26:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(283,157,'person',9,'{"id":9,"name":"Duncan Crabtree Ireland","title":"","party_id":null,"aliases":"[]","confidential":0,"merged_into":1,"added_by":156,"recorded_at":"2026-02-14T18:26:00.000Z","withdrawn_at":null}','{"id":9,"name":"Duncan Crabtree Ireland","title":"","party_id":null,"aliases":"[]","confidential":0,"merged_into":1,"added_by":156,"recorded_at":"2026-02-14T18:26:00.000Z","withdrawn_at":"2026-02-14T18:26:00.000Z"}');
INSERT INTO "history" VALUES(284,158,'quote',13,'{"id":13,"form":"paraphrase","words":"This is what was said in conversation number 11.","end_mark":"given","source_id":13,"venue":"the lobby","date_id":21,"locator":"11:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":115,"recorded_at":"2026-02-14T18:11:00.000Z","withdrawn_at":null}','{"id":13,"form":"paraphrase","words":"This is what was said in conversation number 11.","end_mark":"given","source_id":13,"venue":"the lobby","date_id":21,"locator":"11:00","tags":"[\"money\", \"ai\"]","note":"my note","disputed":"","added_by":115,"recorded_at":"2026-02-14T18:11:00.000Z","withdrawn_at":"2026-02-14T18:27:00.000Z"}');
INSERT INTO "history" VALUES(285,159,'check_mark',33,NULL,'{"id":33,"check_id":1,"mark":"amber","evidence":"","source_id":null,"who":"Ann Reporter","corrects":null,"added_by":159,"recorded_at":"2026-02-14T18:28:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(286,160,'issue',6,NULL,'{"id":6,"negotiation_id":1,"name":"Undone issue","rank":2,"added_by":160,"recorded_at":"2026-02-14T18:29:00.000Z","withdrawn_at":null}');
INSERT INTO "history" VALUES(287,161,'issue',6,'{"id":6,"negotiation_id":1,"name":"Undone issue","rank":2,"added_by":160,"recorded_at":"2026-02-14T18:29:00.000Z","withdrawn_at":null}','{"id":6,"negotiation_id":1,"name":"Undone issue","rank":2,"added_by":160,"recorded_at":"2026-02-14T18:29:00.000Z","withdrawn_at":"2026-02-14T18:29:00.000Z"}');
CREATE TABLE issue (
  id             INTEGER PRIMARY KEY,
  negotiation_id INTEGER NOT NULL REFERENCES negotiation(id),
  name           TEXT NOT NULL CHECK (name <> ''),
  rank           INTEGER NOT NULL DEFAULT 0,
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;
INSERT INTO "issue" VALUES(1,1,'Residuals',0,9,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "issue" VALUES(2,1,'AI',1,37,'2026-02-14T17:22:00.000Z',NULL);
INSERT INTO "issue" VALUES(3,3,'Health and pension funding',0,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "issue" VALUES(4,3,'AI and digital likeness',1,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "issue" VALUES(5,3,'Streaming residuals',2,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "issue" VALUES(6,1,'Undone issue',2,160,'2026-02-14T18:29:00.000Z','2026-02-14T18:29:00.000Z');
CREATE TABLE negotiation (
  id           INTEGER PRIMARY KEY,
  code         TEXT NOT NULL CHECK (code <> ''),      -- what is typed after talks: 'sag-aftra-2026'
  name         TEXT NOT NULL CHECK (name <> ''),
  archived     INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
INSERT INTO "negotiation" VALUES(1,'sag','SAG-AFTRA 2026 talks',0,6,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "negotiation" VALUES(2,'wga','WGA 2026',0,7,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "negotiation" VALUES(3,'sag-aftra-2026','SAG-AFTRA 2026',0,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "negotiation" VALUES(4,'wga-2026','WGA 2026',0,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "negotiation" VALUES(5,'dga-2026','DGA 2026',0,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "negotiation" VALUES(6,'sag-aftra-2023','SAG-AFTRA 2023',1,149,'2026-02-01T17:00:00.000Z',NULL);
CREATE TABLE negotiation_party (
  id             INTEGER PRIMARY KEY,
  negotiation_id INTEGER NOT NULL REFERENCES negotiation(id),
  party_id       INTEGER NOT NULL REFERENCES party(id),
  rank           INTEGER NOT NULL DEFAULT 0,          -- the order of the columns on screen
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;
INSERT INTO "negotiation_party" VALUES(1,1,1,0,6,'2026-02-14T17:00:00.000Z','2026-02-14T17:19:00.000Z');
INSERT INTO "negotiation_party" VALUES(2,1,2,1,6,'2026-02-14T17:00:00.000Z','2026-02-14T17:19:00.000Z');
INSERT INTO "negotiation_party" VALUES(3,2,2,0,7,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "negotiation_party" VALUES(4,1,2,0,34,'2026-02-14T17:19:00.000Z',NULL);
INSERT INTO "negotiation_party" VALUES(5,3,1,0,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "negotiation_party" VALUES(6,3,2,1,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "negotiation_party" VALUES(7,4,7,0,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "negotiation_party" VALUES(8,5,6,0,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "negotiation_party" VALUES(9,6,1,0,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "negotiation_party" VALUES(10,6,2,1,149,'2026-02-01T17:00:00.000Z',NULL);
CREATE TABLE party (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL CHECK (name <> ''),      -- as the reporter writes it: 'SAG-AFTRA'
  full_name    TEXT NOT NULL DEFAULT '',
  kind         TEXT NOT NULL CHECK (kind IN ('union', 'employer_association', 'employer', 'agency', 'mediator')),
  aliases      TEXT NOT NULL DEFAULT '[]' CHECK (json_type(aliases) = 'array'),
  merged_into  INTEGER REFERENCES party(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
INSERT INTO "party" VALUES(1,'SAG-AFTRA','Screen Actors','union','["the guild"]',NULL,1,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "party" VALUES(2,'AMPTP','','employer_association','[]',NULL,2,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "party" VALUES(3,'Metro Transit','','employer','[]',NULL,3,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "party" VALUES(4,'Labor Board','','agency','[]',NULL,4,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "party" VALUES(5,'Pat Mediator & Co','','mediator','[]',NULL,5,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "party" VALUES(6,'DGA','','union','["the guild"]',NULL,16,'2026-02-14T17:01:00.000Z',NULL);
INSERT INTO "party" VALUES(7,'WGA','Writers Guild of America','union','[]',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
CREATE TABLE person (
  id           INTEGER PRIMARY KEY,
  name         TEXT NOT NULL CHECK (name <> ''),
  title        TEXT NOT NULL DEFAULT '',              -- the title now; a quote keeps the one it was said under
  party_id     INTEGER REFERENCES party(id),
  aliases      TEXT NOT NULL DEFAULT '[]' CHECK (json_type(aliases) = 'array'),
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
  merged_into  INTEGER REFERENCES person(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
INSERT INTO "person" VALUES(1,'Duncan Crabtree-Ireland','national executive director',1,'["Duncan Crabtree Ireland"]',0,NULL,8,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "person" VALUES(2,'Sean Astin','',1,'[]',0,NULL,22,'2026-02-14T17:07:00.000Z',NULL);
INSERT INTO "person" VALUES(3,'Mara Storck','scheduler',2,'["Storcky"]',1,NULL,66,'2026-02-14T17:50:00.000Z',NULL);
INSERT INTO "person" VALUES(4,'Joan Roe','',NULL,'[]',0,NULL,146,'2026-02-14T18:20:00.000Z',NULL);
INSERT INTO "person" VALUES(5,'Bob Poe','',NULL,'[]',0,NULL,146,'2026-02-14T18:20:00.000Z',NULL);
INSERT INTO "person" VALUES(6,'Greg Hessinger','',2,'[]',0,NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "person" VALUES(7,'Kit Moved','',NULL,'[]',0,NULL,150,'2026-02-14T18:21:00.000Z',NULL);
INSERT INTO "person" VALUES(8,'New Surname','',NULL,'["Oldie", "Old Surname"]',1,NULL,152,'2026-02-14T18:23:00.000Z',NULL);
INSERT INTO "person" VALUES(9,'Duncan Crabtree Ireland','',NULL,'[]',0,1,156,'2026-02-14T18:26:00.000Z','2026-02-14T18:26:00.000Z');
CREATE TABLE position (
  id           INTEGER PRIMARY KEY,
  issue_id     INTEGER NOT NULL REFERENCES issue(id),
  party_id     INTEGER NOT NULL REFERENCES party(id),
  kind         TEXT NOT NULL CHECK (kind IN ('stated', 'characterised_by_other', 'reported_unnamed', 'document',
                                             'no_public_position')),
  words        TEXT NOT NULL DEFAULT '',
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  source_id    INTEGER REFERENCES source(id),
  corrects     INTEGER REFERENCES position(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK (kind = 'no_public_position' OR words <> '')
) STRICT;
INSERT INTO "position" VALUES(1,1,1,'stated','more',3,NULL,NULL,41,'2026-02-14T17:26:00.000Z',NULL);
INSERT INTO "position" VALUES(2,1,2,'stated','wants 0 percent',5,NULL,NULL,122,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "position" VALUES(3,1,1,'characterised_by_other','wants 1 percent',21,1,NULL,123,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "position" VALUES(4,1,2,'reported_unnamed','wants 2 percent',22,NULL,NULL,124,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "position" VALUES(5,1,1,'document','wants 3 percent',11,1,NULL,125,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "position" VALUES(6,1,2,'no_public_position','',23,NULL,NULL,126,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "position" VALUES(7,3,1,'reported_unnamed','focus of the cycle',1,18,NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "position" VALUES(8,3,2,'no_public_position','',1,18,NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "position" VALUES(9,4,1,'reported_unnamed','build on the 2023 protections',1,18,NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "position" VALUES(10,4,2,'no_public_position','',1,18,NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "position" VALUES(11,5,1,'reported_unnamed','improvements sought',1,18,NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "position" VALUES(12,5,2,'no_public_position','',1,18,NULL,149,'2026-02-14T16:00:00.000Z',NULL);
CREATE TABLE quote (
  id           INTEGER PRIMARY KEY,
  form         TEXT NOT NULL CHECK (form IN ('full', 'partial', 'paraphrase')),
  words        TEXT NOT NULL CHECK (words <> ''),
  end_mark     TEXT NOT NULL DEFAULT 'given' CHECK (end_mark IN ('given', 'unknown')),
  source_id    INTEGER REFERENCES source(id),
  venue        TEXT NOT NULL DEFAULT '',
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  locator      TEXT NOT NULL DEFAULT '',
  tags         TEXT NOT NULL DEFAULT '[]' CHECK (json_type(tags) = 'array'),
  note         TEXT NOT NULL DEFAULT '',
  disputed     TEXT NOT NULL DEFAULT '',              -- why, when it is
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
INSERT INTO "quote" VALUES(1,'full','We will not accept that','given',1,'',1,'','[]','','',14,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "quote" VALUES(2,'full','We will accept that','given',1,'',1,'','["money"]','','he says he never said it',52,'2026-02-14T17:37:00.000Z',NULL);
INSERT INTO "quote" VALUES(3,'partial','This is what was said in conversation number 1.','given',3,'the lobby',12,'1:00','["money", "ai"]','my note','',87,'2026-02-14T18:01:00.000Z',NULL);
INSERT INTO "quote" VALUES(4,'paraphrase','This is what was said in conversation number 2.','given',4,'the lobby',13,'2:00','["money", "ai"]','my note','',90,'2026-02-14T18:02:00.000Z',NULL);
INSERT INTO "quote" VALUES(5,'full','This is what was said in conversation number 3.','given',5,'the lobby',14,'3:00','["money", "ai"]','my note','',93,'2026-02-14T18:03:00.000Z',NULL);
INSERT INTO "quote" VALUES(6,'partial','This is what was said in conversation number 4.','given',6,'the lobby',15,'4:00','["money", "ai"]','my note','',96,'2026-02-14T18:04:00.000Z',NULL);
INSERT INTO "quote" VALUES(7,'paraphrase','This is what was said in conversation number 5.','given',7,'the lobby',16,'5:00','["money", "ai"]','my note','',99,'2026-02-14T18:05:00.000Z',NULL);
INSERT INTO "quote" VALUES(8,'full','This is what was said in conversation number 6.','given',8,'the lobby',17,'6:00','["money", "ai"]','my note','',102,'2026-02-14T18:06:00.000Z',NULL);
INSERT INTO "quote" VALUES(9,'partial','This is what was said in conversation number 7.','given',9,'the lobby',18,'7:00','["money", "ai"]','my note','',104,'2026-02-14T18:07:00.000Z',NULL);
INSERT INTO "quote" VALUES(10,'paraphrase','This is what was said in conversation number 8.','given',10,'the lobby',19,'8:00','["money", "ai"]','my note','',106,'2026-02-14T18:08:00.000Z',NULL);
INSERT INTO "quote" VALUES(11,'full','This is what was said in conversation number 9.','given',11,'the lobby',20,'9:00','["money", "ai"]','my note','',109,'2026-02-14T18:09:00.000Z',NULL);
INSERT INTO "quote" VALUES(12,'partial','This is what was said in conversation number 10.','given',12,'the lobby',5,'10:00','["money", "ai"]','my note','',112,'2026-02-14T18:10:00.000Z',NULL);
INSERT INTO "quote" VALUES(13,'paraphrase','This is what was said in conversation number 11.','given',13,'the lobby',21,'11:00','["money", "ai"]','my note','',115,'2026-02-14T18:11:00.000Z','2026-02-14T18:27:00.000Z');
INSERT INTO "quote" VALUES(14,'full','This is what was said in conversation number 12.','given',14,'the lobby',22,'12:00','["money", "ai"]','my note','he says he never said it',118,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "quote" VALUES(15,'full','We will extend the talks by a week','given',1,'',1,'','[]','','',120,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "quote" VALUES(16,'full','There will be no strike this year','unknown',1,'',1,'','[]','','',121,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "quote" VALUES(17,'full','We are still talking to them.','given',15,'',1,'','[]','','',146,'2026-02-14T18:20:00.000Z',NULL);
INSERT INTO "quote" VALUES(18,'full','Nobody wants this to go on.','given',15,'',1,'','[]','','',146,'2026-02-14T18:20:00.000Z',NULL);
INSERT INTO "quote" VALUES(19,'full','Taken back again.','given',15,'',1,'','[]','','',147,'2026-02-14T18:21:00.000Z',NULL);
INSERT INTO "quote" VALUES(20,'full','We are not going to accept a deal that is not fair to our members','unknown',18,'the Consumer Electronics Show',41,'¶7','[]','S1 closes it with a comma.','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote" VALUES(21,'full','The Directors Guild of America stands in solidarity with SAG-AFTRA as they begin negotiations with the AMPTP','unknown',18,'statement',44,'¶10','[]','','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote" VALUES(22,'full','Directors, directorial teams, performers, and all creative workers share a common goal to secure fair compensation, world-class retirement and health benefits, meaningful workplace protections, sustainable careers, and a future in which all our contributions are respected and valued.','given',18,'statement',44,'¶10','[]','Not known whether it follows on the quote before it.','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote" VALUES(23,'paraphrase','a strike remains possible if there is no agreement','given',18,'',26,'¶7','[]','','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote" VALUES(24,'full','SAG-AFTRA and the AMPTP will extend negotiations into the week of March 9, and remain under a mutually agreed upon media blackout','given',19,'joint statement',28,'','[]','','',149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "quote" VALUES(25,'full','This came from another desk.','given',20,'',1,'','[]','','',150,'2026-02-14T18:21:00.000Z',NULL);
CREATE TABLE quote_speaker (
  id           INTEGER PRIMARY KEY,
  quote_id     INTEGER NOT NULL REFERENCES quote(id),
  rank         INTEGER NOT NULL DEFAULT 0,
  person_id    INTEGER REFERENCES person(id),
  party_id     INTEGER REFERENCES party(id),
  name         TEXT NOT NULL CHECK (name <> ''),
  title        TEXT NOT NULL DEFAULT '',
  party        TEXT NOT NULL DEFAULT '',
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK ((person_id IS NULL) + (party_id IS NULL) = 1)
) STRICT;
INSERT INTO "quote_speaker" VALUES(1,1,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',14,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(2,2,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',52,'2026-02-14T17:37:00.000Z','2026-02-14T17:38:00.000Z');
INSERT INTO "quote_speaker" VALUES(3,2,0,1,NULL,'Duncan Crabtree-Ireland','president','SAG-AFTRA',53,'2026-02-14T17:38:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(4,3,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',87,'2026-02-14T18:01:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(5,4,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',90,'2026-02-14T18:02:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(6,5,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',93,'2026-02-14T18:03:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(7,6,0,3,NULL,'Mara Storck','scheduler','AMPTP',96,'2026-02-14T18:04:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(8,7,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',99,'2026-02-14T18:05:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(9,8,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',102,'2026-02-14T18:06:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(10,9,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',104,'2026-02-14T18:07:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(11,10,0,3,NULL,'Mara Storck','scheduler','AMPTP',106,'2026-02-14T18:08:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(12,11,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',109,'2026-02-14T18:09:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(13,12,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',112,'2026-02-14T18:10:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(14,13,0,1,NULL,'Duncan Crabtree-Ireland','chief negotiator','SAG-AFTRA',115,'2026-02-14T18:11:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(15,14,0,3,NULL,'Mara Storck','scheduler','AMPTP',118,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(16,15,0,NULL,1,'SAG-AFTRA','','SAG-AFTRA',120,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(17,15,1,NULL,2,'AMPTP','','AMPTP',120,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(18,16,0,NULL,1,'SAG-AFTRA','','SAG-AFTRA',121,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(19,17,0,4,NULL,'Joan Roe','','',146,'2026-02-14T18:20:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(20,18,0,5,NULL,'Bob Poe','','',146,'2026-02-14T18:20:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(21,19,0,5,NULL,'Bob Poe','','',147,'2026-02-14T18:21:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(22,20,0,1,NULL,'Duncan Crabtree-Ireland','national executive director','SAG-AFTRA',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(23,21,0,NULL,6,'DGA','','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(24,22,0,NULL,6,'DGA','','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(25,23,0,1,NULL,'Duncan Crabtree-Ireland','national executive director','SAG-AFTRA',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(26,24,0,NULL,1,'SAG-AFTRA','','',149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(27,24,1,NULL,2,'AMPTP','','',149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "quote_speaker" VALUES(28,25,0,7,NULL,'Kit Moved','','',150,'2026-02-14T18:21:00.000Z',NULL);
CREATE TABLE quote_talks (
  id             INTEGER PRIMARY KEY,
  quote_id       INTEGER NOT NULL REFERENCES quote(id),
  negotiation_id INTEGER NOT NULL REFERENCES negotiation(id),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;
INSERT INTO "quote_talks" VALUES(1,1,1,14,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(2,2,1,52,'2026-02-14T17:37:00.000Z','2026-02-14T17:38:00.000Z');
INSERT INTO "quote_talks" VALUES(3,3,1,87,'2026-02-14T18:01:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(4,4,1,90,'2026-02-14T18:02:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(5,5,1,93,'2026-02-14T18:03:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(6,6,1,96,'2026-02-14T18:04:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(7,7,1,99,'2026-02-14T18:05:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(8,8,1,102,'2026-02-14T18:06:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(9,9,1,104,'2026-02-14T18:07:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(10,10,1,106,'2026-02-14T18:08:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(11,11,1,109,'2026-02-14T18:09:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(12,12,1,112,'2026-02-14T18:10:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(13,13,1,115,'2026-02-14T18:11:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(14,14,1,118,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(15,20,3,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(16,21,3,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(17,21,5,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(18,22,3,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(19,22,5,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(20,23,3,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "quote_talks" VALUES(21,24,3,149,'2026-03-07T02:00:00.000Z',NULL);
CREATE TABLE search_snapshot (
  part      INTEGER PRIMARY KEY,
  action_id INTEGER NOT NULL,                         -- the last action it knows
  body      BLOB NOT NULL
) STRICT;
CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;
INSERT INTO "setting" VALUES('reporter','Ann Reporter');
INSERT INTO "setting" VALUES('zone','America/Los_Angeles');
CREATE TABLE source (
  id           INTEGER PRIMARY KEY,
  code         TEXT NOT NULL CHECK (code <> ''),      -- what is typed after src: 'S1'
  kind         TEXT NOT NULL CHECK (kind IN ('recording', 'transcript', 'press_release', 'public_event', 'document',
                                             'interview_notes', 'published_report', 'social_post')),
  tier         TEXT NOT NULL CHECK (tier IN ('primary', 'secondary')),
  title        TEXT NOT NULL DEFAULT '',
  outlet       TEXT NOT NULL DEFAULT '',
  date_id      INTEGER NOT NULL REFERENCES date_value(id),
  url          TEXT NOT NULL DEFAULT '',
  locator      TEXT NOT NULL DEFAULT '',              -- timecode, page
  sha256       TEXT NOT NULL DEFAULT '' CHECK (sha256 = '' OR length(sha256) = 64),
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK (kind <> 'published_report' OR tier = 'secondary')
) STRICT;
INSERT INTO "source" VALUES(1,'presser','recording','primary','Day one','',1,'','','',0,10,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "source" VALUES(2,'S2','interview_notes','primary','','',1,'','','',0,27,'2026-02-14T17:12:00.000Z',NULL);
INSERT INTO "source" VALUES(3,'src1','recording','primary','Source number 1','The Paper',12,'','','',0,86,'2026-02-14T18:01:00.000Z',NULL);
INSERT INTO "source" VALUES(4,'src2','transcript','primary','Source number 2','',13,'','','',0,89,'2026-02-14T18:02:00.000Z',NULL);
INSERT INTO "source" VALUES(5,'src3','press_release','primary','Source number 3','The Paper',14,'','','',0,92,'2026-02-14T18:03:00.000Z',NULL);
INSERT INTO "source" VALUES(6,'src4','public_event','primary','Source number 4','',15,'','','',0,95,'2026-02-14T18:04:00.000Z',NULL);
INSERT INTO "source" VALUES(7,'src5','document','primary','Source number 5','The Paper',16,'','','',0,98,'2026-02-14T18:05:00.000Z',NULL);
INSERT INTO "source" VALUES(8,'src6','interview_notes','primary','Source number 6','',17,'','','',0,101,'2026-02-14T18:06:00.000Z',NULL);
INSERT INTO "source" VALUES(9,'src7','published_report','secondary','Source number 7','The Paper',18,'','','',0,103,'2026-02-14T18:07:00.000Z',NULL);
INSERT INTO "source" VALUES(10,'src8','social_post','primary','Source number 8','',19,'','','',0,105,'2026-02-14T18:08:00.000Z',NULL);
INSERT INTO "source" VALUES(11,'src9','recording','primary','Source number 9','The Paper',20,'','','',0,108,'2026-02-14T18:09:00.000Z',NULL);
INSERT INTO "source" VALUES(12,'src10','transcript','primary','Source number 10','',5,'','','',0,111,'2026-02-14T18:10:00.000Z',NULL);
INSERT INTO "source" VALUES(13,'src11','press_release','primary','Source number 11','The Paper',21,'','','',0,114,'2026-02-14T18:11:00.000Z',NULL);
INSERT INTO "source" VALUES(14,'src12','public_event','primary','Source number 12','',22,'','','',0,117,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "source" VALUES(15,'desk','document','secondary','imported from desk.jsonl','',1,'','','',0,146,'2026-02-14T18:20:00.000Z',NULL);
INSERT INTO "source" VALUES(16,'S3','document','primary','SAG-AFTRA’s own pages on the 2023 talks and strike','',26,'','','',0,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "source" VALUES(17,'S4','published_report','secondary','Trade press on the 2023 ratification','',26,'','','',0,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "source" VALUES(18,'S1','published_report','secondary','The first week of talks','',27,'','','',0,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "source" VALUES(19,'S2-2','published_report','secondary','Talks extended','TheWrap',28,'','','',0,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "source" VALUES(20,'tape','document','primary','','',1,'','','',0,150,'2026-02-14T18:21:00.000Z',NULL);
CREATE TABLE story (
  id             INTEGER PRIMARY KEY,
  slug           TEXT NOT NULL CHECK (slug <> ''),
  headline       TEXT NOT NULL DEFAULT '',
  draft          TEXT NOT NULL DEFAULT '',            -- path of the draft file; the desk only ever reads it
  negotiation_id INTEGER REFERENCES negotiation(id),
  archived       INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
  added_by       INTEGER NOT NULL REFERENCES action(id),
  recorded_at    TEXT NOT NULL,
  withdrawn_at   TEXT
) STRICT;
INSERT INTO "story" VALUES(1,'week-one','','',1,0,11,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "story" VALUES(2,'week-two','Talks go on','',NULL,0,58,'2026-02-14T17:43:00.000Z',NULL);
INSERT INTO "story" VALUES(3,'sag-aftra-week-one','','',3,0,149,'2026-02-14T16:00:00.000Z',NULL);
CREATE TABLE story_check (
  id           INTEGER PRIMARY KEY,
  story_id     INTEGER NOT NULL REFERENCES story(id),
  what         TEXT NOT NULL CHECK (what <> ''),
  category     TEXT NOT NULL DEFAULT '',              -- date, name, quote, superlative, anonymous source …
  words        TEXT NOT NULL DEFAULT '',              -- the words of the draft that it covers
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
INSERT INTO "story_check" VALUES(1,1,'the hour of June 30','','',15,'2026-02-14T17:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(2,1,'which Monday','date','',62,'2026-02-14T17:47:00.000Z',NULL);
INSERT INTO "story_check" VALUES(3,1,'check for red','name','words of it',138,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "story_check" VALUES(4,1,'check for amber','name','words of it',140,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "story_check" VALUES(5,1,'check for green','name','words of it',142,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "story_check" VALUES(6,1,'check for n_a','name','words of it',144,'2026-02-14T18:19:00.000Z',NULL);
INSERT INTO "story_check" VALUES(7,3,'WGA talks on March 6','date','',149,'2026-02-14T16:00:00.000Z','2026-03-07T02:00:00.000Z');
INSERT INTO "story_check" VALUES(8,3,'WGA talks on March 6 or 16?','date','',149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(9,3,'first major round since 2023','superlative','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(10,3,'most production shut down, for months','history','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(11,3,'the hour of June 30','date','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(12,3,'Q1 against a recording','quote','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(13,3,'Q2 and Q3 against the guild’s release, and their order','quote','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(14,3,'CES: name and date','event','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(15,3,'the unnamed source: how known, why unnamed','anonymous source','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(16,3,'an unnamed source beside a no-comment','anonymous source','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(17,3,'both declined: asked when, how','attribution','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(18,3,'who confirmed the blackout','attribution','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(19,3,'fewer projects, tighter budgets, steep decline in employment: figures?','claim','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(20,3,'“union leaders”, “officials”: who','attribution','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(21,3,'what the 2023 AI terms were','history','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(22,3,'many actors argue','attribution','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(23,3,'other guilds largely quiet','claim','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(24,3,'healthcare or health care','style','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(25,3,'began Feb. 9','date','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(26,3,'which Monday','date','',149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "story_check" VALUES(27,3,'Crabtree-Ireland: spelling, hyphen, title','name','',149,'2026-02-14T16:00:00.000Z',NULL);
CREATE TABLE terms (
  id           INTEGER PRIMARY KEY,
  source_id    INTEGER REFERENCES source(id),
  quote_id     INTEGER REFERENCES quote(id),
  rule         TEXT NOT NULL CHECK (rule IN ('on_record', 'background', 'not_for_attribution', 'deep_background',
                                             'off_record', 'unknown')),
  may_publish  INTEGER CHECK (may_publish IN (0, 1)), -- NULL: as the label usually has it
  may_quote    INTEGER CHECK (may_quote IN (0, 1)),
  may_name     INTEGER CHECK (may_name IN (0, 1)),
  attribution  TEXT NOT NULL DEFAULT '',              -- 'a person familiar with the schedule'
  agreed_with  TEXT NOT NULL DEFAULT '',
  agreed_id    INTEGER NOT NULL REFERENCES date_value(id),
  agreed       TEXT NOT NULL DEFAULT 'unknown' CHECK (agreed IN ('before', 'after', 'unknown')),
  why_unnamed  TEXT NOT NULL DEFAULT '',
  how_known    TEXT NOT NULL DEFAULT '',
  approved_by  TEXT NOT NULL DEFAULT '',
  note         TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES terms(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT,
  CHECK ((source_id IS NULL) + (quote_id IS NULL) = 1)
) STRICT;
INSERT INTO "terms" VALUES(1,2,NULL,'background',NULL,NULL,NULL,'a person close to the talks','',1,'unknown','','','','',NULL,27,'2026-02-14T17:12:00.000Z',NULL);
INSERT INTO "terms" VALUES(2,1,NULL,'off_record',NULL,NULL,NULL,'','',1,'unknown','','','','',NULL,31,'2026-02-14T17:16:00.000Z','2026-02-14T17:17:00.000Z');
INSERT INTO "terms" VALUES(3,3,NULL,'on_record',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,86,'2026-02-14T18:01:00.000Z',NULL);
INSERT INTO "terms" VALUES(4,4,NULL,'background',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,89,'2026-02-14T18:02:00.000Z',NULL);
INSERT INTO "terms" VALUES(5,5,NULL,'not_for_attribution',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,92,'2026-02-14T18:03:00.000Z',NULL);
INSERT INTO "terms" VALUES(6,6,NULL,'deep_background',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,95,'2026-02-14T18:04:00.000Z',NULL);
INSERT INTO "terms" VALUES(7,7,NULL,'off_record',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,98,'2026-02-14T18:05:00.000Z',NULL);
INSERT INTO "terms" VALUES(8,8,NULL,'unknown',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,101,'2026-02-14T18:06:00.000Z',NULL);
INSERT INTO "terms" VALUES(9,9,NULL,'on_record',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,103,'2026-02-14T18:07:00.000Z',NULL);
INSERT INTO "terms" VALUES(10,10,NULL,'background',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,105,'2026-02-14T18:08:00.000Z',NULL);
INSERT INTO "terms" VALUES(11,11,NULL,'not_for_attribution',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,108,'2026-02-14T18:09:00.000Z',NULL);
INSERT INTO "terms" VALUES(12,12,NULL,'deep_background',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,111,'2026-02-14T18:10:00.000Z',NULL);
INSERT INTO "terms" VALUES(13,13,NULL,'off_record',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,114,'2026-02-14T18:11:00.000Z',NULL);
INSERT INTO "terms" VALUES(14,14,NULL,'unknown',NULL,NULL,NULL,'a person familiar with the schedule','Ann',1,'unknown','fears for the job','was in the room','the editor','',NULL,117,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "terms" VALUES(15,NULL,15,'background',NULL,NULL,NULL,'a person in the room','',1,'unknown','','','','agreed otherwise',NULL,129,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "terms" VALUES(16,15,NULL,'unknown',NULL,NULL,NULL,'','',1,'unknown','','','','imported from desk.jsonl',NULL,146,'2026-02-14T18:20:00.000Z',NULL);
INSERT INTO "terms" VALUES(17,16,NULL,'on_record',NULL,NULL,NULL,'','',26,'unknown','','','','published',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "terms" VALUES(18,17,NULL,'on_record',NULL,NULL,NULL,'','',26,'unknown','','','','published',NULL,149,'2026-02-01T17:00:00.000Z',NULL);
INSERT INTO "terms" VALUES(19,18,NULL,'on_record',NULL,NULL,NULL,'','',26,'unknown','','','','published',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "terms" VALUES(20,19,NULL,'on_record',NULL,NULL,NULL,'','',26,'unknown','','','','published',NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "terms" VALUES(21,20,NULL,'unknown',NULL,NULL,NULL,'','',1,'unknown','','','','kept: it was taken for recording before, for which no ground rule was set',NULL,150,'2026-02-14T18:22:00.000Z',NULL);
CREATE TABLE verification (
  id           INTEGER PRIMARY KEY,
  quote_id     INTEGER NOT NULL REFERENCES quote(id),
  kind         TEXT NOT NULL CHECK (kind IN ('recording', 'transcript', 'document', 'statement', 'notes', 'readback',
                                             'published_report')),
  source_id    INTEGER REFERENCES source(id),
  fingerprint  TEXT NOT NULL,                         -- of words, speakers, name and title as printed, source
  passage      TEXT NOT NULL DEFAULT '',              -- what it was compared with
  locator      TEXT NOT NULL DEFAULT '',
  listened     INTEGER NOT NULL DEFAULT 0 CHECK (listened IN (0, 1)),
  who          TEXT NOT NULL DEFAULT '',
  note         TEXT NOT NULL DEFAULT '',
  corrects     INTEGER REFERENCES verification(id),
  added_by     INTEGER NOT NULL REFERENCES action(id),
  recorded_at  TEXT NOT NULL,
  withdrawn_at TEXT
) STRICT;
INSERT INTO "verification" VALUES(1,2,'recording',1,'1-e8438e86d02f2c7d4b0d-d798b8036fbf9db370c5-d12fda3e79fee450d73f-6b86b273ff34fce19d6b','','',0,'Ann Reporter','',NULL,57,'2026-02-14T17:42:00.000Z',NULL);
INSERT INTO "verification" VALUES(2,3,'transcript',3,'1-0ff9fb2aaa4dc60b230a-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-4e07408562bedb8b60ce','This is what was said in conversation number 1.','',0,'Ann Reporter','',NULL,88,'2026-02-14T18:01:00.000Z',NULL);
INSERT INTO "verification" VALUES(3,4,'document',4,'1-ecab9da52882fc330f22-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-4b227777d4dd1fc61c6f','This is what was said in conversation number 2.','',0,'Ann Reporter','',NULL,91,'2026-02-14T18:02:00.000Z',NULL);
INSERT INTO "verification" VALUES(4,5,'statement',5,'1-07b53a7236cb0417261a-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-ef2d127de37b942baad0','This is what was said in conversation number 3.','',0,'Ann Reporter','',NULL,94,'2026-02-14T18:03:00.000Z',NULL);
INSERT INTO "verification" VALUES(5,6,'notes',6,'1-80769e2909f13ebbde3f-25bf07bde29bf5380a4d-f69ef21e033526fe15c8-e7f6c011776e8db7cd33','This is what was said in conversation number 4.','',0,'Ann Reporter','',NULL,97,'2026-02-14T18:04:00.000Z',NULL);
INSERT INTO "verification" VALUES(6,7,'readback',7,'1-bc7842c8a38f22ccfa4b-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-7902699be42c8a8e46fb','This is what was said in conversation number 5.','',0,'Ann Reporter','',NULL,100,'2026-02-14T18:05:00.000Z',NULL);
INSERT INTO "verification" VALUES(7,10,'transcript',10,'1-14e43c88d85773a76a3a-25bf07bde29bf5380a4d-f69ef21e033526fe15c8-4a44dc15364204a80fe8','This is what was said in conversation number 8.','',0,'Ann Reporter','',NULL,107,'2026-02-14T18:08:00.000Z',NULL);
INSERT INTO "verification" VALUES(8,11,'document',11,'1-b47ee82b93d639d259b4-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-4fc82b26aecb47d2868c','This is what was said in conversation number 9.','',0,'Ann Reporter','',NULL,110,'2026-02-14T18:09:00.000Z',NULL);
INSERT INTO "verification" VALUES(9,12,'statement',12,'1-b63754cec8aacabc79ad-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-6b51d431df5d7f141cbe','This is what was said in conversation number 10.','',0,'Ann Reporter','',NULL,113,'2026-02-14T18:10:00.000Z',NULL);
INSERT INTO "verification" VALUES(10,13,'notes',13,'1-8b27b9c62044eb77a153-d798b8036fbf9db370c5-1b9e20feb5f703de12ed-3fdba35f04dc8c462986','This is what was said in conversation number 11.','',0,'Ann Reporter','',NULL,116,'2026-02-14T18:11:00.000Z',NULL);
INSERT INTO "verification" VALUES(11,14,'readback',14,'1-de6e6469876be9678583-25bf07bde29bf5380a4d-f69ef21e033526fe15c8-8527a891e224136950ff','This is what was said in conversation number 12.','',0,'Ann Reporter','',NULL,119,'2026-02-14T18:12:00.000Z',NULL);
INSERT INTO "verification" VALUES(12,20,'published_report',18,'1-8c64823eb646c3ddd444-d798b8036fbf9db370c5-b52a99c2eeec582e05f6-4ec9599fc203d176a301','','¶7',0,'Ann Reporter','',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "verification" VALUES(13,21,'published_report',18,'1-e2e4d003d6b28b2cc4e8-57daf4fce974c6a07959-bbb56bb163bee12e9228-4ec9599fc203d176a301','','¶10',0,'Ann Reporter','',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "verification" VALUES(14,22,'published_report',18,'1-341c945b804ceaf8252b-57daf4fce974c6a07959-bbb56bb163bee12e9228-4ec9599fc203d176a301','','¶10',0,'Ann Reporter','',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "verification" VALUES(15,23,'published_report',18,'1-04a70763737a7ced0b49-d798b8036fbf9db370c5-b52a99c2eeec582e05f6-4ec9599fc203d176a301','','¶7',0,'Ann Reporter','',NULL,149,'2026-02-14T16:00:00.000Z',NULL);
INSERT INTO "verification" VALUES(16,24,'published_report',19,'1-0f92568f8bc2de8e3379-c2de876451db59c22fcd-38e86392400f20793884-9400f1b21cb527d7fa3d','','',0,'Ann Reporter','',NULL,149,'2026-03-07T02:00:00.000Z',NULL);
INSERT INTO "verification" VALUES(17,25,'recording',20,'1-29f1a2835ba2d8d14fa9-5df605716259c845f539-bbb56bb163bee12e9228-f5ca38f748a1d6eaf726','This came from another desk.','',0,'Bob Other','',NULL,150,'2026-02-14T18:21:00.000Z',NULL);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX action_target ON action(target) WHERE target IS NOT NULL;
CREATE INDEX action_hidden ON action(state) WHERE state <> 'done';
CREATE TRIGGER action_is_kept BEFORE DELETE ON action
BEGIN SELECT RAISE(ABORT, 'action: what was done is kept'); END;
CREATE TRIGGER action_is_append_only BEFORE UPDATE OF id, at, via, who, kind, target, bulk ON action
BEGIN SELECT RAISE(ABORT, 'action: what was done is not rewritten'); END;
CREATE INDEX history_action ON history(action_id);
CREATE INDEX history_row ON history(table_name, row_id);
CREATE TRIGGER history_is_kept BEFORE DELETE ON history
BEGIN SELECT RAISE(ABORT, 'history: it is kept'); END;
CREATE TRIGGER history_is_append_only BEFORE UPDATE ON history
BEGIN SELECT RAISE(ABORT, 'history: it is not rewritten'); END;
CREATE UNIQUE INDEX date_value_once ON date_value(
  precision, bound, coalesce(start, ''), coalesce(end, ''), zone, fold, basis, certainty);
CREATE TRIGGER date_value_is_kept BEFORE DELETE ON date_value
BEGIN SELECT RAISE(ABORT, 'date_value: others may point to it'); END;
CREATE TRIGGER date_value_is_append_only BEFORE UPDATE ON date_value
BEGIN SELECT RAISE(ABORT, 'date_value: a value does not change; point to another'); END;
CREATE INDEX source_code ON source(code);
CREATE INDEX terms_source ON terms(source_id);
CREATE INDEX terms_quote ON terms(quote_id);
CREATE TRIGGER terms_is_append_only BEFORE UPDATE OF id, source_id, quote_id, rule, may_publish, may_quote, may_name,
  attribution, agreed_with, agreed_id, agreed, why_unnamed, how_known, approved_by, note, corrects, added_by, recorded_at
  ON terms
BEGIN SELECT RAISE(ABORT, 'terms: append-only; a renegotiation is a new row'); END;
CREATE INDEX embargo_source ON embargo(source_id);
CREATE INDEX embargo_quote ON embargo(quote_id);
CREATE INDEX embargo_development ON embargo(development_id);
CREATE TRIGGER embargo_is_append_only BEFORE UPDATE OF id, source_id, quote_id, development_id, until_utc, zone, lifted,
  note, corrects, added_by, recorded_at ON embargo
BEGIN SELECT RAISE(ABORT, 'embargo: append-only; lifting it is a new row'); END;
CREATE INDEX negotiation_party_negotiation ON negotiation_party(negotiation_id);
CREATE INDEX issue_negotiation ON issue(negotiation_id);
CREATE INDEX position_issue ON position(issue_id);
CREATE INDEX position_corrects ON position(corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER position_is_append_only BEFORE UPDATE OF id, issue_id, party_id, kind, words, date_id, source_id, corrects,
  added_by, recorded_at ON position
BEGIN SELECT RAISE(ABORT, 'position: append-only; an edit is a new row that corrects this one'); END;
CREATE INDEX development_corrects ON development(corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER development_is_append_only BEFORE UPDATE OF id, kind, words, date_id, issue_id, source_id, locator, corrects,
  added_by, recorded_at ON development
BEGIN SELECT RAISE(ABORT, 'development: append-only; an edit is a new row that corrects this one'); END;
CREATE INDEX development_talks_development ON development_talks(development_id);
CREATE INDEX development_talks_negotiation ON development_talks(negotiation_id);
CREATE TRIGGER development_talks_is_append_only BEFORE UPDATE ON development_talks
BEGIN SELECT RAISE(ABORT, 'development_talks: append-only'); END;
CREATE TRIGGER development_axis_is_append_only BEFORE UPDATE ON development_axis
BEGIN SELECT RAISE(ABORT, 'development_axis: append-only'); END;
CREATE INDEX development_who_development ON development_who(development_id);
CREATE TRIGGER development_who_is_append_only BEFORE UPDATE ON development_who
BEGIN SELECT RAISE(ABORT, 'development_who: append-only'); END;
CREATE INDEX development_asked_development ON development_asked(development_id);
CREATE TRIGGER development_asked_is_append_only BEFORE UPDATE ON development_asked
BEGIN SELECT RAISE(ABORT, 'development_asked: append-only; a new outcome corrects the development'); END;
CREATE INDEX deadline_negotiation ON deadline(negotiation_id);
CREATE INDEX deadline_date_deadline ON deadline_date(deadline_id);
CREATE INDEX deadline_date_corrects ON deadline_date(corrects) WHERE corrects IS NOT NULL;
CREATE TRIGGER deadline_date_is_append_only BEFORE UPDATE OF id, deadline_id, date_id, source_id, locator, corrects,
  added_by, recorded_at ON deadline_date
BEGIN SELECT RAISE(ABORT, 'deadline_date: append-only; an edit is a new row that corrects this one'); END;
CREATE INDEX quote_source ON quote(source_id);
CREATE INDEX quote_added_by ON quote(added_by, withdrawn_at);
CREATE INDEX quote_speaker_quote ON quote_speaker(quote_id);
CREATE INDEX quote_speaker_person ON quote_speaker(person_id);
CREATE INDEX quote_talks_quote ON quote_talks(quote_id);
CREATE INDEX verification_quote ON verification(quote_id);
CREATE TRIGGER verification_is_append_only BEFORE UPDATE OF id, quote_id, kind, source_id, fingerprint, passage, locator,
  listened, who, note, corrects, added_by, recorded_at ON verification
BEGIN SELECT RAISE(ABORT, 'verification: append-only; check again'); END;
CREATE INDEX story_check_story ON story_check(story_id);
CREATE INDEX check_mark_check ON check_mark(check_id);
CREATE TRIGGER check_mark_is_append_only BEFORE UPDATE OF id, check_id, mark, evidence, source_id, who, corrects, added_by,
  recorded_at ON check_mark
BEGIN SELECT RAISE(ABORT, 'check_mark: append-only; mark it again'); END;
CREATE INDEX copy_log_quote ON copy_log(quote_id);
CREATE TRIGGER copy_log_is_kept BEFORE DELETE ON copy_log
BEGIN SELECT RAISE(ABORT, 'copy_log: what went out is kept'); END;
CREATE TRIGGER copy_log_is_append_only BEFORE UPDATE ON copy_log
BEGIN SELECT RAISE(ABORT, 'copy_log: append-only'); END;
CREATE TRIGGER compared_as_is_append_only BEFORE UPDATE ON compared_as
BEGIN SELECT RAISE(ABORT, 'compared_as: what a source was does not change'); END;
CREATE TRIGGER compared_as_is_never_deleted BEFORE DELETE ON compared_as
BEGIN SELECT RAISE(ABORT, 'compared_as: it goes with its verification'); END;
CREATE TRIGGER check_mark_history_insert AFTER INSERT ON check_mark
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'check_mark', NEW.id, NULL, json_object('id', NEW.id, 'check_id', NEW.check_id, 'mark', NEW.mark, 'evidence', NEW.evidence, 'source_id', NEW.source_id, 'who', NEW.who, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER check_mark_history_update AFTER UPDATE ON check_mark
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'check_mark', NEW.id, json_object('id', OLD.id, 'check_id', OLD.check_id, 'mark', OLD.mark, 'evidence', OLD.evidence, 'source_id', OLD.source_id, 'who', OLD.who, 'corrects', OLD.corrects, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'check_id', NEW.check_id, 'mark', NEW.mark, 'evidence', NEW.evidence, 'source_id', NEW.source_id, 'who', NEW.who, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER check_mark_is_never_deleted BEFORE DELETE ON check_mark
BEGIN SELECT RAISE(ABORT, 'check_mark: rows are withdrawn, not deleted'); END;
CREATE TRIGGER deadline_history_insert AFTER INSERT ON deadline
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'deadline', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'kind', NEW.kind, 'negotiation_id', NEW.negotiation_id, 'note', NEW.note, 'done_at', NEW.done_at, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER deadline_history_update AFTER UPDATE ON deadline
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'deadline', NEW.id, json_object('id', OLD.id, 'name', OLD.name, 'kind', OLD.kind, 'negotiation_id', OLD.negotiation_id, 'note', OLD.note, 'done_at', OLD.done_at, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'name', NEW.name, 'kind', NEW.kind, 'negotiation_id', NEW.negotiation_id, 'note', NEW.note, 'done_at', NEW.done_at, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER deadline_is_never_deleted BEFORE DELETE ON deadline
BEGIN SELECT RAISE(ABORT, 'deadline: rows are withdrawn, not deleted'); END;
CREATE TRIGGER deadline_date_history_insert AFTER INSERT ON deadline_date
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'deadline_date', NEW.id, NULL, json_object('id', NEW.id, 'deadline_id', NEW.deadline_id, 'date_id', NEW.date_id, 'source_id', NEW.source_id, 'locator', NEW.locator, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER deadline_date_history_update AFTER UPDATE ON deadline_date
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'deadline_date', NEW.id, json_object('id', OLD.id, 'deadline_id', OLD.deadline_id, 'date_id', OLD.date_id, 'source_id', OLD.source_id, 'locator', OLD.locator, 'corrects', OLD.corrects, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'deadline_id', NEW.deadline_id, 'date_id', NEW.date_id, 'source_id', NEW.source_id, 'locator', NEW.locator, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER deadline_date_is_never_deleted BEFORE DELETE ON deadline_date
BEGIN SELECT RAISE(ABORT, 'deadline_date: rows are withdrawn, not deleted'); END;
CREATE TRIGGER development_history_insert AFTER INSERT ON development
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'development', NEW.id, NULL, json_object('id', NEW.id, 'kind', NEW.kind, 'words', NEW.words, 'date_id', NEW.date_id, 'issue_id', NEW.issue_id, 'source_id', NEW.source_id, 'locator', NEW.locator, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER development_history_update AFTER UPDATE ON development
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'development', NEW.id, json_object('id', OLD.id, 'kind', OLD.kind, 'words', OLD.words, 'date_id', OLD.date_id, 'issue_id', OLD.issue_id, 'source_id', OLD.source_id, 'locator', OLD.locator, 'corrects', OLD.corrects, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'kind', NEW.kind, 'words', NEW.words, 'date_id', NEW.date_id, 'issue_id', NEW.issue_id, 'source_id', NEW.source_id, 'locator', NEW.locator, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER development_is_never_deleted BEFORE DELETE ON development
BEGIN SELECT RAISE(ABORT, 'development: rows are withdrawn, not deleted'); END;
CREATE TRIGGER development_asked_history_insert AFTER INSERT ON development_asked
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'development_asked', NEW.id, NULL, json_object('id', NEW.id, 'development_id', NEW.development_id, 'person_id', NEW.person_id, 'party_id', NEW.party_id, 'how', NEW.how, 'outcome', NEW.outcome, 'added_by', NEW.added_by)); END;
CREATE TRIGGER development_asked_history_update AFTER UPDATE ON development_asked
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'development_asked', NEW.id, json_object('id', OLD.id, 'development_id', OLD.development_id, 'person_id', OLD.person_id, 'party_id', OLD.party_id, 'how', OLD.how, 'outcome', OLD.outcome, 'added_by', OLD.added_by), json_object('id', NEW.id, 'development_id', NEW.development_id, 'person_id', NEW.person_id, 'party_id', NEW.party_id, 'how', NEW.how, 'outcome', NEW.outcome, 'added_by', NEW.added_by)); END;
CREATE TRIGGER development_asked_is_never_deleted BEFORE DELETE ON development_asked
BEGIN SELECT RAISE(ABORT, 'development_asked: rows are withdrawn, not deleted'); END;
CREATE TRIGGER development_axis_history_insert AFTER INSERT ON development_axis
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'development_axis', NEW.id, NULL, json_object('id', NEW.id, 'development_id', NEW.development_id, 'axis', NEW.axis, 'value', NEW.value, 'added_by', NEW.added_by)); END;
CREATE TRIGGER development_axis_history_update AFTER UPDATE ON development_axis
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'development_axis', NEW.id, json_object('id', OLD.id, 'development_id', OLD.development_id, 'axis', OLD.axis, 'value', OLD.value, 'added_by', OLD.added_by), json_object('id', NEW.id, 'development_id', NEW.development_id, 'axis', NEW.axis, 'value', NEW.value, 'added_by', NEW.added_by)); END;
CREATE TRIGGER development_axis_is_never_deleted BEFORE DELETE ON development_axis
BEGIN SELECT RAISE(ABORT, 'development_axis: rows are withdrawn, not deleted'); END;
CREATE TRIGGER development_talks_history_insert AFTER INSERT ON development_talks
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'development_talks', NEW.id, NULL, json_object('id', NEW.id, 'development_id', NEW.development_id, 'negotiation_id', NEW.negotiation_id, 'added_by', NEW.added_by)); END;
CREATE TRIGGER development_talks_history_update AFTER UPDATE ON development_talks
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'development_talks', NEW.id, json_object('id', OLD.id, 'development_id', OLD.development_id, 'negotiation_id', OLD.negotiation_id, 'added_by', OLD.added_by), json_object('id', NEW.id, 'development_id', NEW.development_id, 'negotiation_id', NEW.negotiation_id, 'added_by', NEW.added_by)); END;
CREATE TRIGGER development_talks_is_never_deleted BEFORE DELETE ON development_talks
BEGIN SELECT RAISE(ABORT, 'development_talks: rows are withdrawn, not deleted'); END;
CREATE TRIGGER development_who_history_insert AFTER INSERT ON development_who
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'development_who', NEW.id, NULL, json_object('id', NEW.id, 'development_id', NEW.development_id, 'person_id', NEW.person_id, 'party_id', NEW.party_id, 'added_by', NEW.added_by)); END;
CREATE TRIGGER development_who_history_update AFTER UPDATE ON development_who
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'development_who', NEW.id, json_object('id', OLD.id, 'development_id', OLD.development_id, 'person_id', OLD.person_id, 'party_id', OLD.party_id, 'added_by', OLD.added_by), json_object('id', NEW.id, 'development_id', NEW.development_id, 'person_id', NEW.person_id, 'party_id', NEW.party_id, 'added_by', NEW.added_by)); END;
CREATE TRIGGER development_who_is_never_deleted BEFORE DELETE ON development_who
BEGIN SELECT RAISE(ABORT, 'development_who: rows are withdrawn, not deleted'); END;
CREATE TRIGGER embargo_history_insert AFTER INSERT ON embargo
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'embargo', NEW.id, NULL, json_object('id', NEW.id, 'source_id', NEW.source_id, 'quote_id', NEW.quote_id, 'development_id', NEW.development_id, 'until_utc', NEW.until_utc, 'zone', NEW.zone, 'lifted', NEW.lifted, 'note', NEW.note, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER embargo_history_update AFTER UPDATE ON embargo
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'embargo', NEW.id, json_object('id', OLD.id, 'source_id', OLD.source_id, 'quote_id', OLD.quote_id, 'development_id', OLD.development_id, 'until_utc', OLD.until_utc, 'zone', OLD.zone, 'lifted', OLD.lifted, 'note', OLD.note, 'corrects', OLD.corrects, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'source_id', NEW.source_id, 'quote_id', NEW.quote_id, 'development_id', NEW.development_id, 'until_utc', NEW.until_utc, 'zone', NEW.zone, 'lifted', NEW.lifted, 'note', NEW.note, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER embargo_is_never_deleted BEFORE DELETE ON embargo
BEGIN SELECT RAISE(ABORT, 'embargo: rows are withdrawn, not deleted'); END;
CREATE TRIGGER issue_history_insert AFTER INSERT ON issue
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'issue', NEW.id, NULL, json_object('id', NEW.id, 'negotiation_id', NEW.negotiation_id, 'name', NEW.name, 'rank', NEW.rank, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER issue_history_update AFTER UPDATE ON issue
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'issue', NEW.id, json_object('id', OLD.id, 'negotiation_id', OLD.negotiation_id, 'name', OLD.name, 'rank', OLD.rank, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'negotiation_id', NEW.negotiation_id, 'name', NEW.name, 'rank', NEW.rank, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER issue_is_never_deleted BEFORE DELETE ON issue
BEGIN SELECT RAISE(ABORT, 'issue: rows are withdrawn, not deleted'); END;
CREATE TRIGGER negotiation_history_insert AFTER INSERT ON negotiation
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'negotiation', NEW.id, NULL, json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'archived', NEW.archived, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER negotiation_history_update AFTER UPDATE ON negotiation
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'negotiation', NEW.id, json_object('id', OLD.id, 'code', OLD.code, 'name', OLD.name, 'archived', OLD.archived, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'code', NEW.code, 'name', NEW.name, 'archived', NEW.archived, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER negotiation_is_never_deleted BEFORE DELETE ON negotiation
BEGIN SELECT RAISE(ABORT, 'negotiation: rows are withdrawn, not deleted'); END;
CREATE TRIGGER negotiation_party_history_insert AFTER INSERT ON negotiation_party
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'negotiation_party', NEW.id, NULL, json_object('id', NEW.id, 'negotiation_id', NEW.negotiation_id, 'party_id', NEW.party_id, 'rank', NEW.rank, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER negotiation_party_history_update AFTER UPDATE ON negotiation_party
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'negotiation_party', NEW.id, json_object('id', OLD.id, 'negotiation_id', OLD.negotiation_id, 'party_id', OLD.party_id, 'rank', OLD.rank, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'negotiation_id', NEW.negotiation_id, 'party_id', NEW.party_id, 'rank', NEW.rank, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER negotiation_party_is_never_deleted BEFORE DELETE ON negotiation_party
BEGIN SELECT RAISE(ABORT, 'negotiation_party: rows are withdrawn, not deleted'); END;
CREATE TRIGGER party_history_insert AFTER INSERT ON party
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'party', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'full_name', NEW.full_name, 'kind', NEW.kind, 'aliases', NEW.aliases, 'merged_into', NEW.merged_into, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER party_history_update AFTER UPDATE ON party
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'party', NEW.id, json_object('id', OLD.id, 'name', OLD.name, 'full_name', OLD.full_name, 'kind', OLD.kind, 'aliases', OLD.aliases, 'merged_into', OLD.merged_into, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'name', NEW.name, 'full_name', NEW.full_name, 'kind', NEW.kind, 'aliases', NEW.aliases, 'merged_into', NEW.merged_into, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER party_is_never_deleted BEFORE DELETE ON party
BEGIN SELECT RAISE(ABORT, 'party: rows are withdrawn, not deleted'); END;
CREATE TRIGGER person_history_insert AFTER INSERT ON person
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'person', NEW.id, NULL, json_object('id', NEW.id, 'name', NEW.name, 'title', NEW.title, 'party_id', NEW.party_id, 'aliases', NEW.aliases, 'confidential', NEW.confidential, 'merged_into', NEW.merged_into, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER person_history_update AFTER UPDATE ON person
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'person', NEW.id, json_object('id', OLD.id, 'name', OLD.name, 'title', OLD.title, 'party_id', OLD.party_id, 'aliases', OLD.aliases, 'confidential', OLD.confidential, 'merged_into', OLD.merged_into, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'name', NEW.name, 'title', NEW.title, 'party_id', NEW.party_id, 'aliases', NEW.aliases, 'confidential', NEW.confidential, 'merged_into', NEW.merged_into, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER person_is_never_deleted BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'person: rows are withdrawn, not deleted'); END;
CREATE TRIGGER position_history_insert AFTER INSERT ON position
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'position', NEW.id, NULL, json_object('id', NEW.id, 'issue_id', NEW.issue_id, 'party_id', NEW.party_id, 'kind', NEW.kind, 'words', NEW.words, 'date_id', NEW.date_id, 'source_id', NEW.source_id, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER position_history_update AFTER UPDATE ON position
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'position', NEW.id, json_object('id', OLD.id, 'issue_id', OLD.issue_id, 'party_id', OLD.party_id, 'kind', OLD.kind, 'words', OLD.words, 'date_id', OLD.date_id, 'source_id', OLD.source_id, 'corrects', OLD.corrects, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'issue_id', NEW.issue_id, 'party_id', NEW.party_id, 'kind', NEW.kind, 'words', NEW.words, 'date_id', NEW.date_id, 'source_id', NEW.source_id, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER position_is_never_deleted BEFORE DELETE ON position
BEGIN SELECT RAISE(ABORT, 'position: rows are withdrawn, not deleted'); END;
CREATE TRIGGER quote_history_insert AFTER INSERT ON quote
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'quote', NEW.id, NULL, json_object('id', NEW.id, 'form', NEW.form, 'words', NEW.words, 'end_mark', NEW.end_mark, 'source_id', NEW.source_id, 'venue', NEW.venue, 'date_id', NEW.date_id, 'locator', NEW.locator, 'tags', NEW.tags, 'note', NEW.note, 'disputed', NEW.disputed, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER quote_history_update AFTER UPDATE ON quote
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'quote', NEW.id, json_object('id', OLD.id, 'form', OLD.form, 'words', OLD.words, 'end_mark', OLD.end_mark, 'source_id', OLD.source_id, 'venue', OLD.venue, 'date_id', OLD.date_id, 'locator', OLD.locator, 'tags', OLD.tags, 'note', OLD.note, 'disputed', OLD.disputed, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'form', NEW.form, 'words', NEW.words, 'end_mark', NEW.end_mark, 'source_id', NEW.source_id, 'venue', NEW.venue, 'date_id', NEW.date_id, 'locator', NEW.locator, 'tags', NEW.tags, 'note', NEW.note, 'disputed', NEW.disputed, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER quote_is_never_deleted BEFORE DELETE ON quote
BEGIN SELECT RAISE(ABORT, 'quote: rows are withdrawn, not deleted'); END;
CREATE TRIGGER quote_speaker_history_insert AFTER INSERT ON quote_speaker
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'quote_speaker', NEW.id, NULL, json_object('id', NEW.id, 'quote_id', NEW.quote_id, 'rank', NEW.rank, 'person_id', NEW.person_id, 'party_id', NEW.party_id, 'name', NEW.name, 'title', NEW.title, 'party', NEW.party, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER quote_speaker_history_update AFTER UPDATE ON quote_speaker
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'quote_speaker', NEW.id, json_object('id', OLD.id, 'quote_id', OLD.quote_id, 'rank', OLD.rank, 'person_id', OLD.person_id, 'party_id', OLD.party_id, 'name', OLD.name, 'title', OLD.title, 'party', OLD.party, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'quote_id', NEW.quote_id, 'rank', NEW.rank, 'person_id', NEW.person_id, 'party_id', NEW.party_id, 'name', NEW.name, 'title', NEW.title, 'party', NEW.party, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER quote_speaker_is_never_deleted BEFORE DELETE ON quote_speaker
BEGIN SELECT RAISE(ABORT, 'quote_speaker: rows are withdrawn, not deleted'); END;
CREATE TRIGGER quote_talks_history_insert AFTER INSERT ON quote_talks
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'quote_talks', NEW.id, NULL, json_object('id', NEW.id, 'quote_id', NEW.quote_id, 'negotiation_id', NEW.negotiation_id, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER quote_talks_history_update AFTER UPDATE ON quote_talks
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'quote_talks', NEW.id, json_object('id', OLD.id, 'quote_id', OLD.quote_id, 'negotiation_id', OLD.negotiation_id, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'quote_id', NEW.quote_id, 'negotiation_id', NEW.negotiation_id, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER quote_talks_is_never_deleted BEFORE DELETE ON quote_talks
BEGIN SELECT RAISE(ABORT, 'quote_talks: rows are withdrawn, not deleted'); END;
CREATE TRIGGER source_history_insert AFTER INSERT ON source
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'source', NEW.id, NULL, json_object('id', NEW.id, 'code', NEW.code, 'kind', NEW.kind, 'tier', NEW.tier, 'title', NEW.title, 'outlet', NEW.outlet, 'date_id', NEW.date_id, 'url', NEW.url, 'locator', NEW.locator, 'sha256', NEW.sha256, 'confidential', NEW.confidential, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER source_history_update AFTER UPDATE ON source
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'source', NEW.id, json_object('id', OLD.id, 'code', OLD.code, 'kind', OLD.kind, 'tier', OLD.tier, 'title', OLD.title, 'outlet', OLD.outlet, 'date_id', OLD.date_id, 'url', OLD.url, 'locator', OLD.locator, 'sha256', OLD.sha256, 'confidential', OLD.confidential, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'code', NEW.code, 'kind', NEW.kind, 'tier', NEW.tier, 'title', NEW.title, 'outlet', NEW.outlet, 'date_id', NEW.date_id, 'url', NEW.url, 'locator', NEW.locator, 'sha256', NEW.sha256, 'confidential', NEW.confidential, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER source_is_never_deleted BEFORE DELETE ON source
BEGIN SELECT RAISE(ABORT, 'source: rows are withdrawn, not deleted'); END;
CREATE TRIGGER story_history_insert AFTER INSERT ON story
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'story', NEW.id, NULL, json_object('id', NEW.id, 'slug', NEW.slug, 'headline', NEW.headline, 'draft', NEW.draft, 'negotiation_id', NEW.negotiation_id, 'archived', NEW.archived, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER story_history_update AFTER UPDATE ON story
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'story', NEW.id, json_object('id', OLD.id, 'slug', OLD.slug, 'headline', OLD.headline, 'draft', OLD.draft, 'negotiation_id', OLD.negotiation_id, 'archived', OLD.archived, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'slug', NEW.slug, 'headline', NEW.headline, 'draft', NEW.draft, 'negotiation_id', NEW.negotiation_id, 'archived', NEW.archived, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER story_is_never_deleted BEFORE DELETE ON story
BEGIN SELECT RAISE(ABORT, 'story: rows are withdrawn, not deleted'); END;
CREATE TRIGGER story_check_history_insert AFTER INSERT ON story_check
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'story_check', NEW.id, NULL, json_object('id', NEW.id, 'story_id', NEW.story_id, 'what', NEW.what, 'category', NEW.category, 'words', NEW.words, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER story_check_history_update AFTER UPDATE ON story_check
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'story_check', NEW.id, json_object('id', OLD.id, 'story_id', OLD.story_id, 'what', OLD.what, 'category', OLD.category, 'words', OLD.words, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'story_id', NEW.story_id, 'what', NEW.what, 'category', NEW.category, 'words', NEW.words, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER story_check_is_never_deleted BEFORE DELETE ON story_check
BEGIN SELECT RAISE(ABORT, 'story_check: rows are withdrawn, not deleted'); END;
CREATE TRIGGER terms_history_insert AFTER INSERT ON terms
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'terms', NEW.id, NULL, json_object('id', NEW.id, 'source_id', NEW.source_id, 'quote_id', NEW.quote_id, 'rule', NEW.rule, 'may_publish', NEW.may_publish, 'may_quote', NEW.may_quote, 'may_name', NEW.may_name, 'attribution', NEW.attribution, 'agreed_with', NEW.agreed_with, 'agreed_id', NEW.agreed_id, 'agreed', NEW.agreed, 'why_unnamed', NEW.why_unnamed, 'how_known', NEW.how_known, 'approved_by', NEW.approved_by, 'note', NEW.note, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER terms_history_update AFTER UPDATE ON terms
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'terms', NEW.id, json_object('id', OLD.id, 'source_id', OLD.source_id, 'quote_id', OLD.quote_id, 'rule', OLD.rule, 'may_publish', OLD.may_publish, 'may_quote', OLD.may_quote, 'may_name', OLD.may_name, 'attribution', OLD.attribution, 'agreed_with', OLD.agreed_with, 'agreed_id', OLD.agreed_id, 'agreed', OLD.agreed, 'why_unnamed', OLD.why_unnamed, 'how_known', OLD.how_known, 'approved_by', OLD.approved_by, 'note', OLD.note, 'corrects', OLD.corrects, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'source_id', NEW.source_id, 'quote_id', NEW.quote_id, 'rule', NEW.rule, 'may_publish', NEW.may_publish, 'may_quote', NEW.may_quote, 'may_name', NEW.may_name, 'attribution', NEW.attribution, 'agreed_with', NEW.agreed_with, 'agreed_id', NEW.agreed_id, 'agreed', NEW.agreed, 'why_unnamed', NEW.why_unnamed, 'how_known', NEW.how_known, 'approved_by', NEW.approved_by, 'note', NEW.note, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER terms_is_never_deleted BEFORE DELETE ON terms
BEGIN SELECT RAISE(ABORT, 'terms: rows are withdrawn, not deleted'); END;
CREATE TRIGGER verification_history_insert AFTER INSERT ON verification
WHEN (SELECT bulk FROM action WHERE id = NEW.added_by) = 0
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES (NEW.added_by, 'verification', NEW.id, NULL, json_object('id', NEW.id, 'quote_id', NEW.quote_id, 'kind', NEW.kind, 'source_id', NEW.source_id, 'fingerprint', NEW.fingerprint, 'passage', NEW.passage, 'locator', NEW.locator, 'listened', NEW.listened, 'who', NEW.who, 'note', NEW.note, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER verification_history_update AFTER UPDATE ON verification
BEGIN INSERT INTO history (action_id, table_name, row_id, before, after) VALUES ((SELECT max(id) FROM action), 'verification', NEW.id, json_object('id', OLD.id, 'quote_id', OLD.quote_id, 'kind', OLD.kind, 'source_id', OLD.source_id, 'fingerprint', OLD.fingerprint, 'passage', OLD.passage, 'locator', OLD.locator, 'listened', OLD.listened, 'who', OLD.who, 'note', OLD.note, 'corrects', OLD.corrects, 'added_by', OLD.added_by, 'recorded_at', OLD.recorded_at, 'withdrawn_at', OLD.withdrawn_at), json_object('id', NEW.id, 'quote_id', NEW.quote_id, 'kind', NEW.kind, 'source_id', NEW.source_id, 'fingerprint', NEW.fingerprint, 'passage', NEW.passage, 'locator', NEW.locator, 'listened', NEW.listened, 'who', NEW.who, 'note', NEW.note, 'corrects', NEW.corrects, 'added_by', NEW.added_by, 'recorded_at', NEW.recorded_at, 'withdrawn_at', NEW.withdrawn_at)); END;
CREATE TRIGGER verification_is_never_deleted BEFORE DELETE ON verification
BEGIN SELECT RAISE(ABORT, 'verification: rows are withdrawn, not deleted'); END;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('action',161);
COMMIT;
