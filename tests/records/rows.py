"""Pairs of tellings that are one event (SAME) or two (DIFFERENT), each under the reason why.

About real people in office at the time; the days of some rows are arranged to try a rule.
"""

# ruff: noqa: E501

B, L = "USA:Antony_Blinken/minister", "RUS:Sergei_Lavrov/minister"
BIDEN, PUTIN = "USA:Joe_Biden/head", "RUS:Vladimir_Putin/head"
MACRON, SCHOLZ = "FRA:Emmanuel_Macron/head", "DEU:Olaf_Scholz/head"
ERDOGAN, WANG = "TUR:Recep_Tayyip_Erdogan/head", "CHN:Wang_Yi/minister"
JAISHANKAR = "IND:Subrahmanyam_Jaishankar/minister"

SAME = {
    "the same people, mode and day": (
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-29",
        f"call happened {L} {B} on=2022-07-29 pub=2022-07-30",
    ),
    "expected in the coming days, then happened": (
        f"call expected {B} {L} on=2022-07-27..2022-08-05 pub=2022-07-29",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
    ),
    "announced without a day, happened two days later": (
        f"call planned {B} {L} pub=2022-07-27",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
    ),
    "a spelling of a name": (
        f"call happened {B} RUS:Sergey_Lavrov/minister on=2022-07-29 pub=2022-07-30",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
    ),
    "a surname alone": (
        "call happened USA:Blinken/minister RUS:Lavrov/minister on=2022-07-29 pub=2022-07-30",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
    ),
    "marks on letters": (
        "meeting happened RUS:Putin/head TUR:Recep_Tayyip_Erdoğan/head on=2022-08-05 pub=2022-08-05",
        f"meeting happened {PUTIN} {ERDOGAN} on=2022-08-05 pub=2022-08-06",
    ),
    "a doubled last letter": (
        "call happened USA:Biden/head UKR:Zelensky/head on=2022-08-25 pub=2022-08-25",
        "call happened USA:Biden/head UKR:Volodymyr_Zelenskyy/head on=2022-08-25 pub=2022-08-26",
    ),
    "a family name that stands first": (
        f"meeting happened {BIDEN} CHN:Xi/head on=2022-11-14 pub=2022-11-14",
        f"meeting happened {BIDEN} CHN:Xi_Jinping/head on=2022-11-14 pub=2022-11-15",
    ),
    "one id, two spellings": (
        f"call happened {B} RUS:wd:Q58217#Lawrow/minister on=2022-07-29 pub=2022-07-30",
        f"call happened {B} RUS:wd:Q58217#Lavrov/minister on=2022-07-29 pub=2022-07-30",
    ),
    "states named on one side only": (
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
        "call happened USA RUS on=2022-07-29 pub=2022-07-31",
    ),
    "an unnamed minister": (
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
        f"call happened {B} RUS/minister on=2022-07-29 pub=2022-07-30",
    ),
    "offices on both sides": (
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
        "call happened USA/minister RUS/minister on=2022-07-29 pub=2022-07-30",
    ),
    "talks that were a call": (
        f"talks happened {B} {L} on=2022-07-29 pub=2022-07-30",
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-30",
    ),
    "talks that were a meeting": (
        f"talks happened {B} {L} on=2022-01-21 in=Geneva,CHE pub=2022-01-21",
        f"meeting happened {B} {L} on=2022-01-21 in=Geneva,CHE pub=2022-01-22",
    ),
    "a video call told as a meeting": (
        f"virtual_meeting happened {BIDEN} CHN:Xi_Jinping/head on=2021-11-15 pub=2021-11-16",
        f"meeting happened {BIDEN} CHN:Xi_Jinping/head on=2021-11-15 pub=2021-11-16",
    ),
    "a video call told as a call": (
        f"virtual_meeting happened {BIDEN} {PUTIN} on=2021-12-07 pub=2021-12-07",
        f"call happened {BIDEN} {PUTIN} on=2021-12-07 pub=2021-12-08",
    ),
    "two capitals, two clocks": (
        f"call happened {BIDEN} CHN:Xi_Jinping/head on=2022-07-28 pub=2022-07-28 of=USA",
        f"call happened {BIDEN} CHN:Xi_Jinping/head on=2022-07-29 pub=2022-07-29 of=CHN",
    ),
    "a date taken from the day of publication": (
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-29",
        f"call happened {B} {L} on=2022-07-30 implied pub=2022-07-30",
    ),
    "a report without a day, the morning after": (
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-29",
        f"call happened {B} {L} pub=2022-07-30",
    ),
    "two reports without a day, a day apart": (
        f"call happened {B} {L} pub=2022-07-29",
        f"call happened {B} {L} pub=2022-07-30",
    ),
    "two versions of one text without a day": (
        f"meeting happened {PUTIN} {ERDOGAN} fam=ap",
        f"meeting happened {PUTIN} {ERDOGAN} fam=ap pub=2022-07-30",
    ),
    "two versions, states only": ("talks happened RUS TUR fam=ap", "talks happened RUS TUR fam=ap pub=2022-07-30"),
    "planned in the older version, happened in the newer": (
        f"call expected {B} {L} fam=ap",
        f"call happened {B} {L} on=2022-07-29 fam=ap pub=2022-07-30",
    ),
    "a possibility in two versions": (
        f"meeting hypothetical {B} {L} fam=ap",
        f"meeting hypothetical {B} {L} fam=ap pub=2022-07-30",
    ),
    "told twice in one text": (
        f"call happened {B} {L} on=2022-07-29 doc=a pub=2022-07-30",
        f"call happened {B} {L} doc=a pub=2022-07-30",
    ),
    "told twice in one text, once by states": (
        f"call happened {B} {L} on=2022-07-29 doc=a pub=2022-07-30",
        "call happened USA RUS doc=a pub=2022-07-30",
    ),
    "planned for a week, happened within it": (
        f"visit planned {L} UGA on=2022-07-25..2022-07-31 in=Kampala,UGA pub=2022-07-20",
        f"visit happened {L} UGA:Yoweri_Museveni/head on=2022-07-26 in=Entebbe,UGA pub=2022-07-26",
    ),
    "a visit known by its place": (
        f"visit happened {L} in=Cairo,EGY on=2022-07-24 pub=2022-07-24",
        f"visit happened {L} EGY on=2022-07-24 pub=2022-07-25",
    ),
    "a visit of some days, told day by day by one government": (
        "visit happened RUS:Putin/head FRA pub=2003-02-10 of=RUS",
        "visit happened RUS:Putin/head FRA in=Paris,FRA pub=2003-02-12 of=RUS",
    ),
    "planned, then cancelled": (
        f"visit planned {MACRON} RUS on=2022-03-01 pub=2022-02-20",
        f"visit cancelled {MACRON} RUS on=2022-03-01 pub=2022-02-25",
    ),
    "planned, then denied by the other side": (
        f"summit planned {BIDEN} {PUTIN} on=2022-02-24..2022-02-28 pub=2022-02-20 by=FRA",
        f"summit denied {BIDEN} {PUTIN} on=2022-02-24..2022-02-28 pub=2022-02-21 by=RUS",
    ),
    "happened, and denied": (
        f"meeting happened {B} {WANG} on=2022-07-09 in=Bali,IDN pub=2022-07-09",
        f"meeting denied {B} {WANG} on=2022-07-09 pub=2022-07-10 by=CHN",
    ),
    "proposed, then planned": (
        f"meeting proposed {B} {L} on=2022-02-24 pub=2022-02-17",
        f"meeting planned {B} {L} on=2022-02-24 pub=2022-02-18",
    ),
    "cancelled without a day": (
        f"meeting planned {B} {L} on=2022-02-24 pub=2022-02-18",
        f"meeting cancelled {B} {L} pub=2022-02-22",
    ),
    "a mediator beside the two": (
        "talks happened RUS:Shoigu/minister UKR:Kubrakov/minister on=2022-07-22 in=Istanbul,TUR pub=2022-07-22",
        "talks happened RUS:Shoigu/minister UKR:Kubrakov/minister TUR:Akar/minister on=2022-07-22 in=Istanbul,TUR pub=2022-07-22",
    ),
    "a forum named twice": (
        "summit expected RUS org:asean event=ASEAN_Regional_Forum on=2022-07-31..2022-08-07 pub=2022-07-29",
        "summit expected RUS event=the_ASEAN_Regional_Forum on=2022-08-05 pub=2022-07-30",
    ),
    "a forum with a hyphen and its members": (
        f"summit happened {L} org:g20 event=G-20 pub=2022-07-10",
        f"summit happened {L} CHN IND IDN event=G20 pub=2022-07-12",
    ),
    "a forum by its name and by the bloc that met": (
        f"summit happened {L} event=G-20_foreign_ministers_meeting in=Indonesia,IDN fam=ap",
        "meeting happened org:g20 CHN/minister IND/minister IDN/minister in=Bali fam=ap pub=2022-07-30",
    ),
    "a forum under a picture": (
        f"summit happened {L} CHN/minister IND/minister IDN/minister event=G20 caption fam=ap",
        f"summit happened {L} event=G20 fam=ap pub=2022-07-30",
    ),
    "a forum, different states": (
        "summit happened USA event=Madrid_Summit on=2022-06-29 pub=2022-06-29",
        "summit happened TUR SWE FIN event=Madrid_Summit on=2022-06-29 pub=2022-06-30",
    ),
    "a day inside the days of a visit": (
        f"visit happened {BIDEN} ISR on=2022-07-13..2022-07-15 pub=2022-07-15",
        f"visit happened {BIDEN} ISR on=2022-07-13 pub=2022-07-13",
    ),
    "one sentence in two versions, the day read differently": (
        "visit happened CHN:Nancy_Pelosi/official TWN on=2022-08-02 fam=x pub=2022-08-02 said=the_Speaker_arrived_in_Taipei_on_Tuesday_evening",
        "visit happened CHN:Nancy_Pelosi/official TWN on=2022-08-09 fam=x pub=2022-08-10 said=the_Speaker_arrived_in_Taipei_late_on_Tuesday_evening",
    ),
    "one sentence in two versions, a meeting and a visit": (
        f"visit happened {L} UGA:Museveni/head fam=x said=in_Uganda_with_President_Yoweri_Museveni",
        f"meeting happened {L} UGA:Museveni/head fam=x said=in_Uganda_with_President_Museveni pub=2022-07-30",
    ),
    "one sentence in two versions, one side known": (
        "summit expected RUS fam=x on=2022-11-01..2022-11-30 said=a_trio_of_leaders_summits_in_Asia_in_November",
        "summit expected RUS fam=x on=2022-11-01..2022-11-30 said=a_trio_of_Asia_leaders_summits_to_be_held_in_November",
    ),
    "an organisation and a state": (
        "call happened org:nato:Jens_Stoltenberg/head POL:Andrzej_Duda/head on=2022-11-15 pub=2022-11-16",
        "call happened org:nato:Jens_Stoltenberg/head POL:Duda/head on=2022-11-15 pub=2022-11-16",
    ),
    "a letter and an outreach": (
        f"letter happened {PUTIN} IND/head on=2022-05-09 pub=2022-05-09",
        f"outreach happened {PUTIN} IND/head on=2022-05-09 pub=2022-05-09",
    ),
    "a sanction told in like words": (
        "sanction happened USA -> RUS on=2022-02-24 pub=2022-02-24 said=Washington_cut_five_Russian_banks_off_the_dollar",
        "sanction happened USA -> RUS on=2022-02-24 pub=2022-02-25 said=Washington_cut_five_big_Russian_banks_off_from_the_dollar",
    ),
    "an act in two versions of one text": (
        "expel happened POL -> RUS fam=y said=Poland_expelled_45_Russian_diplomats",
        "expel happened POL -> RUS fam=y said=Poland_has_expelled_45_Russian_diplomats pub=2022-03-23",
    ),
    "generic contact in two versions": (
        "call happened USA IND generic fam=x said=dozens_of_calls_with_India",
        "call happened USA IND generic fam=x said=dozens_of_calls_with_India pub=2022-03-23",
    ),
    "an act of two, told of by two texts of one day": (
        "sanction happened USA -> RUS pub=2022-03-04 said=sanctions_of_the_United_States_on_Russia",
        "sanction happened USA -> RUS pub=2022-03-04 said=the_sanctions_of_the_United_States_on_Russia",
    ),
    "two days over one call, by a government and by a body whose text is known by its short name": (
        "call happened org:un:Guterres/head RUS:Putin/head on=2022-04-26 pub=2022-04-26 of=RUS",
        "call happened org:un:Guterres/head RUS:Putin/head on=2022-04-25 pub=2022-04-26 of=un",
    ),
}

DIFFERENT = {
    "a refusal to talk at all, told beside a meeting": (
        f"meeting happened IND:Narendra_Modi/head {PUTIN} in=Samarkand,UZB on=2022-09-16 pub=2022-09-16",
        f"talks refused IND:Narendra_Modi/head {PUTIN} pub=2022-09-16",
    ),
    "an act of two, told of weeks apart": (
        "sanction happened USA -> RUS pub=2022-03-04 said=sanctions_of_the_United_States_on_Russia",
        "sanction happened USA -> RUS pub=2022-04-04 said=the_sanctions_of_the_United_States_on_Russia",
    ),
    "an act told twice in one text by one word": (
        "support_endorse happened USA doc=a pub=2022-03-04 said=welcomed",
        "support_endorse happened USA doc=a pub=2022-03-04 said=welcomed",
    ),
    "two visits of one person to one country, weeks apart": (
        "visit happened RUS:Putin/head FRA pub=2003-02-10 of=RUS",
        "visit happened RUS:Putin/head FRA in=Paris,FRA pub=2003-03-12 of=RUS",
    ),
    "two visits of one person to two countries": (
        "visit happened RUS:Putin/head FRA pub=2003-02-10 of=RUS",
        "visit happened RUS:Putin/head DEU pub=2003-02-11 of=RUS",
    ),
    "another day": (
        f"call happened {MACRON} {PUTIN} on=2022-02-28 pub=2022-02-28",
        f"call happened {MACRON} {PUTIN} on=2022-03-03 pub=2022-03-03",
    ),
    "the next day, both by name of the day": (
        f"call happened {MACRON} {PUTIN} on=2022-03-02 pub=2022-03-02",
        f"call happened {MACRON} {PUTIN} on=2022-03-03 pub=2022-03-03",
    ),
    "another state": (
        f"call happened {B} {L} on=2022-07-29 pub=2022-07-29",
        f"call happened {B} {WANG} on=2022-07-29 pub=2022-07-29",
    ),
    "other people of one rank": (
        "call happened USA:Lloyd_Austin/minister RUS:Sergei_Shoigu/minister on=2022-05-13 pub=2022-05-13",
        f"call happened {B} {L} on=2022-05-13 pub=2022-05-13",
    ),
    "other ranks of the same states": (
        f"call happened {BIDEN} {PUTIN} on=2022-02-12 pub=2022-02-12",
        f"call happened {B} {L} on=2022-02-12 pub=2022-02-12",
    ),
    "one side the same, the other another rank": (
        f"call happened {BIDEN} {PUTIN} on=2022-02-12 pub=2022-02-12",
        "call happened USA/minister RUS/minister on=2022-02-12 pub=2022-02-12",
    ),
    "a call and a meeting of one day": (
        f"call happened {B} {L} on=2022-01-21 pub=2022-01-21",
        f"meeting happened {B} {L} on=2022-01-21 pub=2022-01-21",
    ),
    "a visit and the meeting inside it": (
        f"visit happened {SCHOLZ} RUS on=2022-02-15 in=Moscow,RUS pub=2022-02-15",
        f"meeting happened {SCHOLZ} {PUTIN} on=2022-02-15 in=Moscow,RUS pub=2022-02-15",
    ),
    "a visit and talks inside it": (
        f"visit happened {SCHOLZ} RUS on=2022-02-15 pub=2022-02-15",
        f"talks happened {SCHOLZ} {PUTIN} on=2022-02-15 pub=2022-02-15",
    ),
    "a letter and a call": (
        f"letter happened {B} {L} on=2022-01-26 pub=2022-01-26",
        f"call happened {B} {L} on=2022-01-26 pub=2022-01-26",
    ),
    "meetings in two states": (
        f"meeting happened {L} {WANG} on=2022-07-07 in=Bali,IDN pub=2022-07-07",
        f"meeting happened {L} {WANG} on=2022-07-07 in=Tashkent,UZB pub=2022-07-07",
    ),
    "meetings in two towns": (
        f"meeting happened {B} {L} on=2022-01-21 in=Geneva,CHE pub=2022-01-21",
        f"meeting happened {B} {L} on=2022-01-21 in=Bern,CHE pub=2022-01-21",
    ),
    "a past call and possible talks in one text": (
        f"call happened {B} {L} on=2022-07-29 doc=a pub=2022-07-30",
        f"talks hypothetical {B} {L} doc=a pub=2022-07-30",
    ),
    "an expected call and possible talks in one text": (
        f"call expected {B} {L} doc=a",
        f"talks hypothetical {B} {L} doc=a",
    ),
    "a past call and a next one in one text": (
        f"call happened {MACRON} {PUTIN} on=2022-02-28 doc=a pub=2022-02-28",
        f"call planned {MACRON} {PUTIN} doc=a pub=2022-02-28",
    ),
    "planned after the event": (
        f"meeting happened {B} {L} on=2022-01-21 pub=2022-01-21",
        f"meeting planned {B} {L} pub=2022-01-24",
    ),
    "planned after the event, in a family": (
        f"call happened {MACRON} {PUTIN} on=2022-02-28 fam=x pub=2022-02-28 said=the_two_spoke",
        f"call planned {MACRON} {PUTIN} fam=x pub=2022-03-01 said=will_talk_again_soon",
    ),
    "a possibility and an event, no day": (
        f"meeting hypothetical {B} {L} fam=ap",
        f"meeting happened {B} {L} fam=ap pub=2022-07-30",
    ),
    "two reports without a day, a month apart": (
        f"call happened {B} {L} pub=2022-07-01",
        f"call happened {B} {L} pub=2022-07-30",
    ),
    "without days of anything": (f"call happened {B} {L}", f"call happened {B} {L} pub=2022-07-30"),
    "an old report without a day": (
        f"call happened {B} {L} on=2022-02-12 pub=2022-02-12",
        f"call happened {B} {L} pub=2022-07-30",
    ),
    "two readouts of one government, a day apart": (
        f"call happened {MACRON} {PUTIN} pub=2022-02-20 of=FRA",
        f"call happened {MACRON} {PUTIN} pub=2022-02-21 of=FRA",
    ),
    "two reports without a day, three days apart": (
        f"call happened {MACRON} {BIDEN} pub=2022-02-06",
        f"call happened {MACRON} {BIDEN} pub=2022-02-09",
    ),
    "a joint call and a call of two of them": (
        f"call happened {MACRON} {BIDEN} pub=2022-02-20",
        f"call happened {MACRON} {BIDEN} {SCHOLZ} pub=2022-02-21",
    ),
    "meetings told in one breath and one of them": (
        f"meeting happened USA:Kamala_Harris/minister UKR/head {SCHOLZ} on=2022-02-19 in=Munich,DEU pub=2022-02-19",
        "meeting happened USA:Kamala_Harris/minister UKR/head on=2022-02-19 in=Munich,DEU pub=2022-02-19",
    ),
    "states only, no day": ("talks happened USA RUS pub=2022-07-29", "talks happened USA RUS pub=2022-07-30"),
    "states only, a rough date": (
        "talks happened USA RUS on=2022-07-01..2022-07-31 pub=2022-08-01",
        "call happened USA RUS on=2022-07-29 pub=2022-07-30",
    ),
    "three sides and two": (
        "meeting happened TUR RUS IRN on=2022-07-19 in=Tehran,IRN pub=2022-07-19",
        "meeting happened TUR RUS on=2022-07-19 in=Tehran,IRN pub=2022-07-19",
    ),
    "a caption and a report": (
        f"meeting happened {L} UGA:Museveni/head on=2022-07-26 caption pub=2022-07-26",
        f"meeting happened {L} UGA:Museveni/head on=2022-07-26 pub=2022-07-26",
    ),
    "dozens of calls and one": (
        f"call happened {B} IND generic on=2022-03-01..2022-03-31 pub=2022-03-31",
        f"call happened {B} IND on=2022-03-15 pub=2022-03-15",
    ),
    "generic contact, two texts": (
        "call happened USA IND generic on=2022-03-15 pub=2022-03-15",
        "call happened USA IND generic on=2022-03-15 pub=2022-03-16",
    ),
    "a forum and a meeting on its margins": (
        f"summit happened {L} {JAISHANKAR} CHN IDN event=G20 on=2022-07-08 pub=2022-07-08",
        f"meeting happened {L} {JAISHANKAR} event=G20 on=2022-07-08 pub=2022-07-08",
    ),
    "two forums of one week": (
        "summit happened USA org:g7 event=G7_Elmau on=2022-06-28 pub=2022-06-28",
        "summit happened USA org:nato event=NATO_Madrid on=2022-06-28 pub=2022-06-28",
    ),
    "a forum of this year and the last": (
        "summit happened RUS event=G20 on=2021-10-30 pub=2021-10-30",
        "summit happened RUS event=G20 on=2022-11-15 pub=2022-11-15",
    ),
    "one side known, no forum": (
        "summit expected RUS on=2022-11-01..2022-11-30 pub=2022-07-29",
        "summit expected RUS on=2022-11-01..2022-11-30 pub=2022-07-30",
    ),
    "world leaders": (
        f"meeting happened {PUTIN} ?world_leaders on=2022-07-19 pub=2022-07-19",
        f"meeting happened {PUTIN} {ERDOGAN} on=2022-07-19 pub=2022-07-19",
    ),
    "namesakes apart by initial": (
        "call happened IND:Rajnath_Singh/minister UKR on=2022-03-01 pub=2022-03-01",
        "call happened IND:Hardeep_Singh/minister UKR on=2022-03-01 pub=2022-03-01",
    ),
    "two ids, one name": (
        f"call happened {B} IND:wd:Q1#Kumar/official on=2022-03-01 pub=2022-03-01",
        f"call happened {B} IND:wd:Q2#Kumar/official on=2022-03-01 pub=2022-03-01",
    ),
    "cancelled, and another planned next month": (
        f"meeting cancelled {B} {L} on=2022-02-24 pub=2022-02-22",
        f"meeting planned {B} {L} on=2022-03-24 pub=2022-03-01",
    ),
    "an act and an engagement": (
        "sanction happened USA -> RUS on=2022-02-24 pub=2022-02-24",
        "other happened USA RUS on=2022-02-24 pub=2022-02-24",
    ),
    "acts of other words on one day": (
        "accuse happened USA -> RUS on=2022-02-24 said=Washington_accused_Moscow_of_an_unprovoked_war",
        "accuse happened USA -> RUS on=2022-02-24 said=officials_blamed_hackers_in_a_raid",
    ),
    "acts against others": (
        "sanction happened USA -> RUS on=2022-02-24 said=new_sanctions_on_banks",
        "sanction happened USA -> BLR on=2022-02-24 said=new_sanctions_on_banks",
    ),
    "acts of other amounts": (
        "aid happened USA -> UKR on=2022-08-24 amount=3bn said=aid_for_Ukraine_announced",
        "aid happened USA -> UKR on=2022-08-24 amount=1bn said=aid_for_Ukraine_announced",
    ),
    "visits to two states": (
        f"visit happened {L} EGY on=2022-07-24 pub=2022-07-24",
        f"visit happened {L} UGA on=2022-07-26 pub=2022-07-26",
    ),
}
