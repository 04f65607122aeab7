"""Whom the words of a text stand for on its day: one row a text, brackets where the model found a name.

Each mention is its words, its actor (or its kind, for places and groups without one), its role, its state or body.
"""

import pytest

from tests.language.mentions.texts import mentions

ROWS = [
    (
        "Russian Foreign Minister Sergei Lavrov met Turkish leader Recep Tayyip Erdogan.",
        "2022-06-08",
        None,
        [
            ("Russian Foreign Minister Sergei Lavrov", "wd:Q58217", "foreign_minister", "RUS"),
            ("Turkish leader Recep Tayyip Erdogan", "wd:Q39259", "head_of_state", "TUR"),
        ],
    ),
    (
        "Russia's foreign minister said the talks were useful.",
        "2022-06-08",
        None,
        [("Russia's foreign minister", "wd:Q58217", "foreign_minister", "RUS")],
    ),
    (
        "President of Finland Sauli Niinistö visited Stockholm.",
        "2022-03-04",
        None,
        [
            ("President of Finland Sauli Niinistö", "wd:Q29207", "head_of_state", "FIN"),
            ("Stockholm", "place", None, "SWE"),
        ],
    ),
    (
        "The President of Guatemala, Alejandro Giammattei, arrived in Washington.",
        "2021-12-09",
        None,
        [
            ("The President of Guatemala, Alejandro Giammattei", "wd:Q2134696", "head_of_state", "GTM"),
            ("Washington", "place", None, "USA"),
        ],
    ),
    (
        "Republic of Korea President Yoon Suk Yeol hosted a dinner.",
        "2022-05-21",
        None,
        [("Republic of Korea President Yoon Suk Yeol", "wd:Q16090635", "head_of_state", "KOR")],
    ),
    (
        "Republic of Korea (ROK) National Security Advisor Kim Sung-han called.",
        "2022-05-24",
        None,
        [
            (
                "Republic of Korea (ROK) National Security Advisor Kim Sung-han",
                "p:kim-sung-han",
                "national_security_adviser",
                "KOR",
            )
        ],
    ),
    (
        "Prime Minister Kishida Fumio of Japan spoke.",
        "2022-05-23",
        None,
        [("Prime Minister Kishida Fumio of Japan", "wd:Q359480", "head_of_government", "JPN")],
    ),
    (
        "President Biden spoke with Prime Minister Kishida of Japan today.",
        "2022-10-04",
        None,
        [
            ("President Biden", "wd:Q6279", "head_of_state", "USA"),
            ("Prime Minister Kishida of Japan", "wd:Q359480", "head_of_government", "JPN"),
        ],
    ),
    (
        "Vice President Kamala Harris spoke today with President Kais Saied.",
        "2021-05-11",
        None,
        [
            ("Vice President Kamala Harris", "wd:Q10853588", "vice_president", "USA"),
            ("President Kais Saied", "wd:Q16120878", "head_of_state", "TUN"),
        ],
    ),
    (
        "Mexico's Foreign Secretary Marcelo Ebrard met officials.",
        "2022-10-13",
        None,
        [
            ("Mexico's Foreign Secretary Marcelo Ebrard", "wd:Q1396586", "foreign_minister", "MEX"),
            ("officials", "group", "official", None),
        ],
    ),
    (
        "Stephen Lovegrove, National Security Advisor to the Prime Minister of the United Kingdom, visited.",
        "2021-05-18",
        None,
        [
            (
                "Stephen Lovegrove, National Security Advisor to the Prime Minister of the United Kingdom",
                "wd:Q7609820",
                "national_security_adviser",
                "GBR",
            )
        ],
    ),
    (
        "Assistant to the President for Homeland Security Dr. Liz Sherwood-Randall met ministers.",
        "2022-11-11",
        None,
        [
            (
                "Assistant to the President for Homeland Security Dr. Liz Sherwood-Randall",
                "wd:Q21061985",
                "homeland_security_adviser",
                "USA",
            )
        ],
    ),
    (
        "National Security Council Secretary Armen Grigoryan of Armenia travelled.",
        "2022-12-22",
        None,
        [
            (
                "National Security Council Secretary Armen Grigoryan of Armenia",
                "wd:Q56648535",
                "national_security_adviser",
                "ARM",
            )
        ],
    ),
    (
        "Head of the Foreign Relations Department of the Presidential Administration of Azerbaijan Hikmat Hajiyev travelled.",  # noqa: E501
        "2022-12-22",
        None,
        [
            (
                "Head of the Foreign Relations Department of the Presidential Administration of Azerbaijan Hikmat Hajiyev",  # noqa: E501
                "p:hikmet-hajiyev",
                "adviser",
                "AZE",
            )
        ],
    ),
    (
        "Crown Prince Mishal Al-Ahmad Al-Jabir Al-Sabah of Kuwait called.",
        "2021-09-02",
        None,
        [
            (
                "Crown Prince Mishal Al-Ahmad Al-Jabir Al-Sabah of Kuwait",
                "p:mishal-al-ahmad-al-jaber-al-sabah",
                "crown_prince",
                "KWT",
            )
        ],
    ),
    (
        "Emir Nawaf Al-Ahmad Al-Jaber Al-Sabah of Kuwait called.",
        "2021-09-01",
        None,
        [("Emir Nawaf Al-Ahmad Al-Jaber Al-Sabah of Kuwait", "wd:Q641805", "head_of_state", "KWT")],
    ),
    (
        "Presidents Vladimir Putin and Alexander Lukashenko met.",
        "2022-07-08",
        None,
        [
            ("Presidents Vladimir Putin", "wd:Q7747", "head_of_state", "RUS"),
            ("Alexander Lukashenko", "wd:Q2866", "head_of_state", "BLR"),
        ],
    ),
    (
        "Prime Ministers Mario Draghi of Italy and Boris Johnson of the United Kingdom met.",
        "2022-03-20",
        None,
        [
            ("Prime Ministers Mario Draghi", "wd:Q294460", "head_of_government", "ITA"),
            ("Boris Johnson of the United Kingdom", "wd:Q180589", "head_of_government", "GBR"),
        ],
    ),
    (
        "US and European officials said so.",
        "2022-03-20",
        None,
        [("US", "iso:US", "official", "USA"), ("European officials", "org:eu", "official", "org:eu")],
    ),
    (
        "The leaders of Germany, France, and the UK issued a statement.",
        "2022-03-20",
        None,
        [
            ("The leaders of Germany", "wd:Q61053", "head_of_government", "DEU"),
            ("France", "wd:Q3052772", "head_of_state", "FRA"),
            ("UK", "wd:Q180589", "head_of_government", "GBR"),
        ],
    ),
    (
        "Russian and Turkish foreign ministers met.",
        "2022-03-20",
        None,
        [
            ("Russian", "wd:Q58217", "foreign_minister", "RUS"),
            ("Turkish foreign ministers", "wd:Q249206", "foreign_minister", "TUR"),
        ],
    ),
    (
        "The foreign ministers of Russia and Turkey met.",
        "2022-03-20",
        None,
        [
            ("The foreign ministers of Russia", "wd:Q58217", "foreign_minister", "RUS"),
            ("Turkey", "wd:Q249206", "foreign_minister", "TUR"),
        ],
    ),
    (
        "Former President Dmitry Medvedev wrote that.",
        "2022-03-20",
        None,
        [("Former President Dmitry Medvedev", "wd:Q23530", "head_of_state", "RUS")],
    ),
    (
        "Former US President Barack Obama wrote that.",
        "2022-03-20",
        None,
        [("Former US President Barack Obama", "wd:Q76", "head_of_state", "USA")],
    ),
    (
        "President-elect Joe Biden named him.",
        "2020-12-20",
        None,
        [("President-elect Joe Biden", "wd:Q6279", "head_of_state", "USA")],
    ),
    (
        "Secretary of State Antony Blinken arrived.",
        "2022-07-27",
        None,
        [("Secretary of State Antony Blinken", "wd:Q7821917", "foreign_minister", "USA")],
    ),
    (
        "The Secretary of State arrived.",
        "2022-07-27",
        None,
        [("The Secretary of State", "wd:Q7821917", "foreign_minister", "USA")],
    ),
    (
        "US Secretary of State Colin Powell arrived.",
        "2003-02-05",
        None,
        [("US Secretary of State Colin Powell", "wd:Q150851", "foreign_minister", "USA")],
    ),
    (
        "UK Defence Secretary Ben Wallace said so.",
        "2022-02-05",
        None,
        [("UK Defence Secretary Ben Wallace", "wd:Q263166", "defence_minister", "GBR")],
    ),
    (
        "German Chancellor Olaf Scholz said so.",
        "2022-02-05",
        None,
        [("German Chancellor Olaf Scholz", "wd:Q61053", "head_of_government", "DEU")],
    ),
    (
        "Chancellor Angela Merkel said so.",
        "2021-08-21",
        None,
        [("Chancellor Angela Merkel", "p:angela-merkel", "head_of_government", "DEU")],
    ),
    (
        "Chancellor of the Exchequer Rishi Sunak said so.",
        "2021-08-21",
        None,
        [("Chancellor of the Exchequer Rishi Sunak", "wd:Q20055561", "finance_minister", "GBR")],
    ),
    (
        "India's External Affairs Minister S. Jaishankar said so.",
        "2022-08-21",
        None,
        [("India's External Affairs Minister S. Jaishankar", "wd:Q16186720", "foreign_minister", "IND")],
    ),
    (
        "EU foreign policy chief Josep Borrell said so.",
        "2022-08-21",
        None,
        [("EU foreign policy chief Josep Borrell", "wd:Q312901", "foreign_minister", "org:eu")],
    ),
    (
        "NATO Secretary General Jens Stoltenberg said so.",
        "2022-08-21",
        None,
        [("NATO Secretary General Jens Stoltenberg", "wd:Q57665", "secretary_general", "org:nato")],
    ),
    (
        "UN Secretary-General António Guterres said so.",
        "2022-08-21",
        None,
        [("UN Secretary-General António Guterres", "wd:Q311440", "secretary_general", "org:un")],
    ),
    (
        "UN chief Antonio Guterres said so.",
        "2022-08-21",
        None,
        [("UN chief Antonio Guterres", "wd:Q311440", "secretary_general", "org:un")],
    ),
    (
        "European Commission President Ursula von der Leyen said so.",
        "2022-08-21",
        None,
        [
            (
                "European Commission President Ursula von der Leyen",
                "p:ursula-von-der-leyen",
                "secretary_general",
                "org:eu",
            )
        ],
    ),
    (
        "The president of the European Council said so.",
        "2022-08-21",
        None,
        [("The president of the European Council", "wd:Q950958", "secretary_general", "org:eu")],
    ),
    (
        "IAEA Director General Rafael Grossi said so.",
        "2022-08-21",
        None,
        [("IAEA Director General Rafael Grossi", "p:rafael-grossi", "organisation_head", "org:iaea")],
    ),
    (
        "Kremlin spokesman Dmitry Peskov said so.",
        "2022-08-21",
        None,
        [("Kremlin spokesman Dmitry Peskov", "p:dmitry-peskov", "spokesperson", "RUS")],
    ),
    (
        "White House Press Secretary Karine Jean-Pierre said so.",
        "2022-08-21",
        None,
        [("White House Press Secretary Karine Jean-Pierre", "wd:Q28957228", "spokesperson", "USA")],
    ),
    (
        "State Department spokesperson Ned Price said so.",
        "2022-08-21",
        None,
        [("State Department spokesperson Ned Price", "p:ned-price", "spokesperson", "USA")],
    ),
    (
        "Russian Foreign Ministry spokeswoman Maria Zakharova said so.",
        "2022-08-21",
        None,
        [("Russian Foreign Ministry spokeswoman Maria Zakharova", "wd:Q20812953", "spokesperson", "RUS")],
    ),
    (
        "Ukrainian President Volodymyr Zelensky's chief of staff Andriy Yermak said so.",
        "2022-08-21",
        None,
        [
            ("Ukrainian President Volodymyr Zelensky", "wd:Q3874799", "head_of_state", "UKR"),
            ("chief of staff Andriy Yermak", "p:andriy-yermak", "chief_of_staff", "UKR"),
        ],
    ),
    (
        "US ambassador to Georgia Ian Kelly said so.",
        "2016-08-21",
        None,
        [("US ambassador to Georgia Ian Kelly", None, "ambassador", "USA")],
    ),
    (
        "Russia's ambassador to Poland said so.",
        "2022-08-21",
        None,
        [("Russia's ambassador to Poland", "wd:Q4065528", "ambassador", "RUS")],
    ),
    (
        "The US special envoy for Yemen said so.",
        "2022-08-21",
        None,
        [("The US special envoy for Yemen", "office:US/envoy", "envoy", "USA")],
    ),
    (
        "Russian Permanent Representative to the UN Vassily Nebenzia said so.",
        "2022-08-21",
        None,
        [
            (
                "Russian Permanent Representative to the UN Vassily Nebenzia",
                "wd:Q1000053",
                "permanent_representative",
                "RUS",
            )
        ],
    ),
    (
        "Deputy Secretary of State Wendy Sherman said so.",
        "2022-08-21",
        None,
        [("Deputy Secretary of State Wendy Sherman", "wd:Q4169153", "deputy_foreign_minister", "USA")],
    ),
    (
        "Iran's deputy foreign minister said so.",
        "2022-08-21",
        None,
        [("Iran's deputy foreign minister", "office:IR/deputy_foreign_minister", "deputy_foreign_minister", "IRN")],
    ),
    (
        "Chinese State Councilor and Foreign Minister Wang Yi said so.",
        "2022-08-21",
        None,
        [("Chinese State Councilor and Foreign Minister Wang Yi", "wd:Q701801", "foreign_minister", "CHN")],
    ),
    (
        "Deputy Prime Minister and Minister of Foreign Affairs of Qatar Mohammed bin Abdulrahman Al Thani said so.",
        "2022-08-21",
        None,
        [
            (
                "Deputy Prime Minister and Minister of Foreign Affairs of Qatar Mohammed bin Abdulrahman Al Thani",
                "wd:Q23020336",
                "foreign_minister",
                "QAT",
            )
        ],
    ),
    (
        "Saudi Crown Prince Mohammed bin Salman said so.",
        "2022-08-21",
        None,
        [("Saudi Crown Prince Mohammed bin Salman", "wd:Q6892571", "crown_prince", "SAU")],
    ),
    (
        "Iran's Supreme Leader Ayatollah Ali Khamenei said so.",
        "2022-08-21",
        None,
        [("Iran's Supreme Leader Ayatollah Ali Khamenei", "wd:Q57336", "supreme_leader", "IRN")],
    ),
    (
        "North Korean leader Kim Jong Un said so.",
        "2022-08-21",
        None,
        [("North Korean leader Kim Jong Un", "wd:Q56226", "head_of_state", "PRK")],
    ),
    (
        "Israeli Prime Minister Yair Lapid said so.",
        "2022-08-21",
        None,
        [("Israeli Prime Minister Yair Lapid", "wd:Q1396120", "head_of_government", "ISR")],
    ),
    ("Pope Francis said so.", "2022-08-21", None, [("Pope Francis", "wd:Q450675", "head_of_state", "VAT")]),
    ("A senior U.S. official said so.", "2022-08-21", None, [("A senior U.S. official", "iso:US", "official", "USA")]),
    (
        "Three Western diplomats said so.",
        "2022-08-21",
        None,
        [("Three Western diplomats", "org:west", "diplomat", "org:west")],
    ),
    ("Moscow said the offer stood.", "2022-08-21", None, [("Moscow", "iso:RU", None, "RUS")]),
    ("He arrived in Moscow.", "2022-08-21", None, [("Moscow", "place", None, "RUS")]),
    (
        "Relations between Moscow and Washington are cold.",
        "2022-08-21",
        None,
        [("Moscow", "iso:RU", None, "RUS"), ("Washington", "iso:US", None, "USA")],
    ),
    (
        "They met in Paris, France.",
        "2022-08-21",
        None,
        [("Paris", "place", None, "FRA"), ("France", "iso:FR", None, "FRA")],
    ),
    (
        "Downing Street declined to comment.",
        "2022-08-21",
        None,
        [("Downing Street", "organ:GB/head_of_government_office", None, "GBR")],
    ),
    ("The Kremlin declined to comment.", "2022-08-21", None, [("The Kremlin", "organ:RU/presidency", None, "RUS")]),
    (
        "The Russian foreign ministry declined to comment.",
        "2022-08-21",
        None,
        [("The Russian foreign ministry", "organ:RU/foreign_ministry", None, "RUS")],
    ),
    (
        "Ankara's foreign minister said so.",
        "2022-08-21",
        None,
        [("Ankara's foreign minister", "wd:Q249206", "foreign_minister", "TUR")],
    ),
    ("The Taliban said so.", "2022-05-01", None, [("The Taliban", "organ:AF/taliban", None, "AFG")]),
    ("Ukrainian forces left.", "2022-08-21", None, [("Ukrainian forces", "organ:UA/military", None, "UKR")]),
    (
        "Russian and Belorussian soldiers left.",
        "2022-08-21",
        None,
        [("Russian", "organ:RU/military", None, "RUS"), ("Belorussian soldiers", "organ:BY/military", None, "BLR")],
    ),
    (
        "Prime Minister Tony Blair met President Vladimir Putin.",
        "2003-06-24",
        None,
        [
            ("Prime Minister Tony Blair", "wd:Q9545", "head_of_government", "GBR"),
            ("President Vladimir Putin", "wd:Q7747", "head_of_state", "RUS"),
        ],
    ),
    (
        "Mr Medvedev met Mr Lukashenko.",
        "2010-06-11",
        None,
        [("Mr Medvedev", "wd:Q23530", "head_of_state", "RUS"), ("Mr Lukashenko", "wd:Q2866", "head_of_state", "BLR")],
    ),
    (
        "Dmitry Medvedev and Alexander Lukashenko discussed the Customs Union.",
        "2010-06-11",
        None,
        [
            ("Dmitry Medvedev", "wd:Q23530", "head_of_state", "RUS"),
            ("Alexander Lukashenko", "wd:Q2866", "head_of_state", "BLR"),
        ],
    ),
    (
        "Ms Otunbayeva briefed Dmitry Medvedev.",
        "2010-06-13",
        "RUS",
        [
            ("Ms Otunbayeva", "wd:Q485136", "head_of_government", "KGZ"),
            ("Dmitry Medvedev", "wd:Q23530", "head_of_state", "RUS"),
        ],
    ),
    (
        "The President met Prime Minister Bennett of Israel.",
        "2021-08-27",
        "USA",
        [
            ("The President", "wd:Q6279", "head_of_state", "USA"),
            ("Prime Minister Bennett of Israel", "wd:Q39318", "head_of_government", "ISR"),
        ],
    ),
    (
        "The Vice President spoke.",
        "2021-08-27",
        "USA",
        [("The Vice President", "wd:Q10853588", "vice_president", "USA")],
    ),
    (
        "Lavrov spoke with his Turkish counterpart, Mevlut Cavusoglu.",
        "2022-06-08",
        None,
        [("his Turkish counterpart, Mevlut Cavusoglu", "wd:Q249206", "foreign_minister", "TUR")],
    ),
    (
        "Sergei Lavrov met Mevlut Cavusoglu. The two ministers agreed.",
        "2022-06-08",
        None,
        [
            ("Sergei Lavrov", "wd:Q58217", "foreign_minister", "RUS"),
            ("Mevlut Cavusoglu", "wd:Q249206", "foreign_minister", "TUR"),
            ("The two ministers", "group", "minister", None),
        ],
    ),
    (
        "French President Emmanuel Macron spoke. The president added that he would call Putin.",
        "2022-06-08",
        None,
        [
            ("French President Emmanuel Macron", "wd:Q3052772", "head_of_state", "FRA"),
            ("The president", "wd:Q3052772", "head_of_state", "FRA"),
        ],
    ),
    (
        "National Security Advisor Jake Sullivan met Luigi Mattiolo, Diplomatic Advisor to Italian Prime Minister Mario Draghi.",  # noqa: E501
        "2022-03-15",
        "USA",
        [
            ("National Security Advisor Jake Sullivan", "wd:Q16730147", "national_security_adviser", "USA"),
            ("Diplomatic Advisor to Italian Prime Minister Mario Draghi", "office:IT/adviser", "adviser", "ITA"),
            ("Italian Prime Minister Mario Draghi", "wd:Q294460", "head_of_government", "ITA"),
        ],
    ),
    (
        "Kosovo President Vjosa Osmani-Sadriu and Prime Minister Albin Kurti spoke.",
        "2022-03-15",
        None,
        [
            ("Kosovo President Vjosa Osmani-Sadriu", "wd:Q13047644", "head_of_state", "XKX"),
            ("Prime Minister Albin Kurti", "wd:Q441633", "head_of_government", "XKX"),
        ],
    ),
    (
        "The Georgian prime minister spoke in Tbilisi.",
        "2022-03-15",
        None,
        [
            ("The Georgian prime minister", "wd:Q6066533", "head_of_government", "GEO"),
            ("Tbilisi", "place", None, "GEO"),
        ],
    ),
    (
        "The prime minister of Georgia spoke.",
        "2022-03-15",
        None,
        [("The prime minister of Georgia", "wd:Q6066533", "head_of_government", "GEO")],
    ),
    (
        "Lebanon's caretaker prime minister spoke.",
        "2022-03-15",
        None,
        [("Lebanon's caretaker prime minister", "wd:Q318493", "head_of_government", "LBN")],
    ),
    (
        "Iraqi Kurdistan's prime minister Masrour Barzani spoke.",
        "2022-03-15",
        None,
        [("Iraqi Kurdistan's prime minister Masrour Barzani", "p:masrour-barzani", "subnational_leader", "IRQ")],
    ),
    (
        "The Turkish and Russian presidents spoke.",
        "2022-03-15",
        None,
        [
            ("The Turkish", "wd:Q39259", "head_of_state", "TUR"),
            ("Russian presidents", "wd:Q7747", "head_of_state", "RUS"),
        ],
    ),
    (
        "His Excellency Joko Widodo, President of Indonesia, spoke.",
        "2022-03-15",
        None,
        [("His Excellency Joko Widodo, President of Indonesia", "wd:Q3318231", "head_of_state", "IDN")],
    ),
    (
        "Japan's Chief Cabinet Secretary Hirokazu Matsuno spoke.",
        "2022-03-15",
        None,
        [("Japan's Chief Cabinet Secretary Hirokazu Matsuno", "wd:Q5770251", "chief_of_staff", "JPN")],
    ),
    (
        "US House Speaker Nancy Pelosi landed in Taipei.",
        "2022-08-02",
        None,
        [("US House Speaker Nancy Pelosi", "wd:Q170581", "speaker", "USA"), ("Taipei", "place", None, "TWN")],
    ),
    (
        "US Senator Marco Rubio spoke.",
        "2022-03-01",
        None,
        [("US Senator Marco Rubio", "wd:Q324546", "legislator", "USA")],
    ),
    (
        "Then-President Hugo Chavez spoke.",
        "2022-03-01",
        None,
        [("Then-President Hugo Chavez", "wd:Q8440", "head_of_state", "VEN")],
    ),
    ("The Leaders Summit opened.", "2022-03-01", None, []),
    ("The Indian Ocean is wide.", "2022-03-01", None, []),
    ("He will head to the general assembly.", "2022-03-01", None, []),
    (
        "Al Jazeera's correspondent in Doha spoke.",
        "2022-03-01",
        None,
        [("Al Jazeera's correspondent", "organ:QA/al_jazeera", None, "QAT"), ("Doha", "place", None, "QAT")],
    ),
    (
        "Burkina Faso’s ruling junta spoke.",
        "2022-03-01",
        None,
        [("Burkina Faso’s ruling junta", "iso:BF", None, "BFA")],
    ),
    (
        "The African Union Commission chairperson Moussa Faki Mahamat spoke.",
        "2022-03-01",
        None,
        [("The African Union Commission chairperson Moussa Faki Mahamat", "wd:Q58117", "organisation_head", "org:au")],
    ),
    (
        "Ministry of Foreign Affairs of Ukraine spokesperson Oleh Nikolenko spoke.",
        "2022-03-01",
        None,
        [("Ministry of Foreign Affairs of Ukraine spokesperson", "office:UA/spokesperson", "spokesperson", "UKR")],
    ),
    (
        "Sergey Lavrov met Hakan Fidan in Antalya.",
        "2023-09-01",
        None,
        [
            ("Sergey Lavrov", "wd:Q58217", "foreign_minister", "RUS"),
            ("Hakan Fidan", "p:hakan-fidan", "foreign_minister", "TUR"),
            ("Antalya", "place", None, "TUR"),
        ],
    ),
    (
        "US Secretary of State Marco Rubio met Saudi Foreign Minister Faisal bin Farhan.",
        "2025-03-01",
        None,
        [
            ("US Secretary of State Marco Rubio", "wd:Q324546", "foreign_minister", "USA"),
            ("Saudi Foreign Minister Faisal bin Farhan", "wd:Q72099398", "foreign_minister", "SAU"),
        ],
    ),
    (
        "President Donald Trump met Ukrainian President Volodymyr Zelenskyy at the White House.",
        "2025-02-28",
        None,
        [
            ("President Donald Trump", "wd:Q22686", "head_of_state", "USA"),
            ("Ukrainian President Volodymyr Zelenskyy", "wd:Q3874799", "head_of_state", "UKR"),
            ("the White House", "place", None, "USA"),
        ],
    ),
    (
        "Germany's Friedrich Merz spoke.",
        "2025-06-28",
        None,
        [("Germany", "iso:DE", None, "DEU"), ("Friedrich Merz", "p:friedrich-merz", "head_of_government", "DEU")],
    ),
    (
        "[Lavrov] met [Cavusoglu]. The Russian minister praised his Turkish counterpart.",
        "2022-06-08",
        None,
        [
            ("Lavrov", "wd:Q58217", "foreign_minister", "RUS"),
            ("Cavusoglu", "wd:Q249206", "foreign_minister", "TUR"),
            ("The Russian minister", "wd:Q58217", "foreign_minister", "RUS"),
            ("his Turkish counterpart", "wd:Q249206", "foreign_minister", "TUR"),
        ],
    ),
    (
        "[Putin]'s spokesman said so.",
        "2022-08-21",
        None,
        [("Putin's spokesman", "office:RU/spokesperson", "spokesperson", "RUS")],
    ),
    (
        "[Xi] said China would help.",
        "2022-03-01",
        None,
        [("Xi", "wd:Q15031", "head_of_state", "CHN"), ("China", "iso:CN", None, "CHN")],
    ),
    (
        "[Asta Skaisgiryte], Chief Foreign Policy Advisor to President [Gitanas Nauseda] of Lithuania, met [Jake Sullivan].",  # noqa: E501
        "2022-10-13",
        None,
        [
            (
                "Asta Skaisgiryte, Chief Foreign Policy Advisor to President Gitanas Nauseda of Lithuania",
                None,
                "adviser",
                "LTU",
            ),
            ("President Gitanas Nauseda of Lithuania", "wd:Q9268379", "head_of_state", "LTU"),
            ("Jake Sullivan", "wd:Q16730147", "national_security_adviser", "USA"),
        ],
    ),
    (
        "[Sergei Lavrov] arrived. [Lavrov] spoke. He left.",
        "2022-06-08",
        None,
        [
            ("Sergei Lavrov", "wd:Q58217", "foreign_minister", "RUS"),
            ("Lavrov", "wd:Q58217", "foreign_minister", "RUS"),
        ],
    ),
    (
        "[Sergey Lavrov], Russia's foreign minister, met [Liz Truss], the British foreign secretary.",
        "2022-02-10",
        None,
        [
            ("Sergey Lavrov, Russia's foreign minister", "wd:Q58217", "foreign_minister", "RUS"),
            ("Liz Truss, the British foreign secretary", "wd:Q272201", "foreign_minister", "GBR"),
        ],
    ),
    (
        "President-Elect [Elect Petro] of Colombia spoke.",
        "2022-07-08",
        None,
        [("President-Elect Elect Petro of Colombia", "wd:Q704022", "head_of_state", "COL")],
    ),
    (
        "Deputy Foreign Minister [Sergei Ryabkov] spoke.",
        "2022-07-08",
        None,
        [("Deputy Foreign Minister Sergei Ryabkov", "p:sergei-ryabkov", "deputy_foreign_minister", "RUS")],
    ),
    (
        "Ukraine's Foreign Minister [Dmytro Kuleba] and his Polish counterpart [Zbigniew Rau] spoke.",
        "2022-07-08",
        None,
        [
            ("Ukraine's Foreign Minister Dmytro Kuleba", "wd:Q24025631", "foreign_minister", "UKR"),
            ("his Polish counterpart Zbigniew Rau", "wd:Q9388252", "foreign_minister", "POL"),
        ],
    ),
    (
        "Mr [Macron] and Mr [Scholz] called [Putin].",
        "2022-07-08",
        None,
        [
            ("Mr Macron", "wd:Q3052772", "head_of_state", "FRA"),
            ("Mr Scholz", "wd:Q61053", "head_of_government", "DEU"),
            ("Putin", "wd:Q7747", "head_of_state", "RUS"),
        ],
    ),
    ("[Macron] said so.", None, None, [("Macron", "wd:Q3052772", None, "FRA")]),
    (
        "The president, [Joko Widodo], spoke.",
        "2022-07-08",
        None,
        [("The president, Joko Widodo", "wd:Q3318231", "head_of_state", "IDN")],
    ),
    (
        "Foreign Minister [Vivian Balakrishnan] of Singapore and Secretary [Blinken] met.",
        "2022-07-08",
        "USA",
        [
            ("Foreign Minister Vivian Balakrishnan of Singapore", "wd:Q7937671", "foreign_minister", "SGP"),
            ("Secretary Blinken", "wd:Q7821917", "foreign_minister", "USA"),
        ],
    ),
    ("[Ivan Petrovich], the mayor, spoke.", "2022-07-08", None, [("Ivan Petrovich, the mayor", None, "mayor", None)]),
    (
        "[Antonio Guterres], the UN secretary-general, spoke.",
        "2022-07-08",
        None,
        [("Antonio Guterres, the UN secretary-general", "wd:Q311440", "secretary_general", "org:un")],
    ),
    (
        "[Mohammed bin Zayed], president of the United Arab Emirates, spoke.",
        "2022-07-08",
        None,
        [("Mohammed bin Zayed, president of the United Arab Emirates", "wd:Q1951896", "head_of_state", "ARE")],
    ),
    (
        "UAE President [Mohamed bin Zayed Al Nahyan] spoke.",
        "2022-07-08",
        None,
        [("UAE President Mohamed bin Zayed Al Nahyan", "wd:Q1951896", "head_of_state", "ARE")],
    ),
    (
        "Egyptian President [Abdel Fattah el-Sissi] spoke.",
        "2022-07-08",
        None,
        [("Egyptian President Abdel Fattah el-Sissi", "wd:Q307871", "head_of_state", "EGY")],
    ),
    (
        "Sheikh [Tamim bin Hamad Al Thani] of Qatar spoke.",
        "2022-07-08",
        None,
        [("Sheikh Tamim bin Hamad Al Thani of Qatar", "wd:Q1855372", "head_of_state", "QAT")],
    ),
    (
        "Serbian President [Aleksandar Vucic] met the Hungarian prime minister, [Viktor Orban].",
        "2022-07-08",
        None,
        [
            ("Serbian President Aleksandar Vucic", "wd:Q222031", "head_of_state", "SRB"),
            ("the Hungarian prime minister, Viktor Orban", "wd:Q57641", "head_of_government", "HUN"),
        ],
    ),
    (
        "President [Emomali Rakhmonov] of Tajikistan spoke.",
        "2003-04-26",
        None,
        [("President Emomali Rakhmonov of Tajikistan", "wd:Q57366", "head_of_state", "TJK")],
    ),
    (
        "Vladimir Putin met US President [George Bush].",
        "2003-06-01",
        "RUS",
        [
            ("Vladimir Putin", "wd:Q7747", "head_of_state", "RUS"),
            ("US President George Bush", "wd:Q207", "head_of_state", "USA"),
        ],
    ),
    (
        "[Gerhard Schroeder] and [Jacques Chirac] met [Putin] in Yekaterinburg.",
        "2003-04-11",
        None,
        [
            ("Gerhard Schroeder", "p:gerhard-schroder", "head_of_government", "DEU"),
            ("Jacques Chirac", "wd:Q2105", "head_of_state", "FRA"),
            ("Putin", "wd:Q7747", "head_of_state", "RUS"),
            ("Yekaterinburg", "place", None, "RUS"),
        ],
    ),
    (
        "Russian President [Vladimit Putin] met King [Abdullah II].",
        "2001-08-28",
        None,
        [
            ("Russian President Vladimit Putin", "wd:Q7747", "head_of_state", "RUS"),
            ("King Abdullah II", "wd:Q57464", "head_of_state", "JOR"),
        ],
    ),
    (
        "President [Carlo Champi] spoke.",
        "2001-08-28",
        None,
        [("President Carlo Champi", "wd:Q1224", "head_of_state", "ITA")],
    ),
    (
        "President [Carlo Smith] spoke.",
        "2001-08-28",
        None,
        [("President Carlo Smith", None, "head_of_state", None)],
    ),
    (
        "Italian President [Carlo Champi] spoke.",
        "2001-08-28",
        None,
        [("Italian President Carlo Champi", "wd:Q1224", "head_of_state", "ITA")],
    ),
    (
        "The President and Vice President met Prime Minister [Lee Hsien Loong] of Singapore. The President and Prime Minister agreed.",  # noqa: E501
        "2021-10-31",
        "USA",
        [
            ("The President", "wd:Q6279", "head_of_state", "USA"),
            ("Vice President", "wd:Q10853588", "vice_president", "USA"),
            ("Prime Minister Lee Hsien Loong of Singapore", "wd:Q57643", "head_of_government", "SGP"),
            ("The President", "wd:Q6279", "head_of_state", "USA"),
            ("Prime Minister", "wd:Q57643", "head_of_government", "SGP"),
        ],
    ),
    (
        "Prime Minister [Lee] spoke.",
        "2021-10-31",
        "USA",
        [("Prime Minister Lee", "wd:Q57643", "head_of_government", "SGP")],
    ),
    (
        "President Biden visited the U.K. at the invitation of the Prime Minister.",
        "2021-06-10",
        "USA",
        [
            ("President Biden", "wd:Q6279", "head_of_state", "USA"),
            ("the U.K.", "iso:GB", None, "GBR"),
            ("the Prime Minister", "wd:Q180589", "head_of_government", "GBR"),
        ],
    ),
    (
        "[Jill Stein] spoke. [Stein] left.",
        "2016-09-26",
        None,
        [("Jill Stein", None, None, None), ("Stein", None, None, None)],
    ),
    ("[Donald] spoke.", "2016-09-26", None, [("Donald", None, None, None)]),
    ("[Obama] spoke.", "2016-09-26", None, [("Obama", "wd:Q76", "head_of_state", "USA")]),
    (
        "The President of the Chadian Human Rights League spoke.",
        "2022-06-08",
        None,
        [("The President of the Chadian Human Rights League", "iso:TD", "official", "TCD")],
    ),
    (
        "The president of the French Senate spoke.",
        "2022-06-08",
        None,
        [("The president of the French Senate", "office:FR/speaker", "speaker", "FRA")],
    ),
    ("Officials in Moscow spoke.", "2022-06-08", None, [("Officials in Moscow", "iso:RU", "official", "RUS")]),
    (
        "WASHINGTON – The Biden administration spoke.",
        "2022-06-08",
        None,
        [("WASHINGTON", "place", None, "USA"), ("The Biden administration", "organ:US/presidency", None, "USA")],
    ),
    (
        "Putin met his top diplomat, Foreign Minister [Sergei Lavrov].",
        "2022-06-08",
        None,
        [
            ("his top diplomat", "wd:Q58217", "foreign_minister", "RUS"),
            ("Foreign Minister Sergei Lavrov", "wd:Q58217", "foreign_minister", "RUS"),
        ],
    ),
    (
        "G-20 foreign ministers met in Bali.",
        "2022-07-08",
        None,
        [("G-20 foreign ministers", "org:g20", "foreign_minister", "org:g20"), ("Bali", "place", None, "IDN")],
    ),
    ("Members of the Taliban left.", "2022-07-08", None, [("Members of the Taliban", "organ:AF/taliban", None, "AFG")]),
    (
        "The head of the al-Qaeda group left.",
        "2022-07-08",
        None,
        [("The head of the al-Qaeda", "office:org:alqaeda/party_leader", "party_leader", "org:alqaeda")],
    ),
    (
        "A retired diplomat who served as US ambassador to Georgia spoke.",
        "2022-07-08",
        None,
        [("US ambassador to Georgia", "office:US/ambassador/GE", "ambassador", "USA")],
    ),
    ("[Gibson] spoke.", "2016-12-20", None, [("Gibson", None, None, None)]),
    ("Justice [Henry] spoke.", "2016-12-20", None, [("Justice Henry", None, "judge", None)]),
    (
        "The president of the Human Rights League of France spoke.",
        "2016-12-20",
        None,
        [("The president of the Human Rights League of France", "iso:FR", "official", "FRA")],
    ),
    ("They met in Geneva.", "2022-06-08", None, [("Geneva", "place", None, "CHE")]),
    (
        "Texas Governor [Greg Abbott] spoke.",
        "2022-06-08",
        None,
        [("Texas Governor Greg Abbott", "wd:Q5605224", "governor", "USA")],
    ),
    (
        "The interior minister, [Magdy Abdel Ghaffar], spoke in Cairo.",
        "2016-12-20",
        None,
        [
            ("The interior minister, Magdy Abdel Ghaffar", None, "interior_minister", None),
            ("Cairo", "place", None, "EGY"),
        ],
    ),
    (
        "Russians and Belorussians left.",
        "2022-06-08",
        None,
        [("Russians", "iso:RU", None, "RUS"), ("Belorussians", "iso:BY", None, "BLR")],
    ),
    (
        "President of the Republic of Lithuania [Gitanas Nauseda] spoke.",
        "2022-06-08",
        None,
        [("President of the Republic of Lithuania Gitanas Nauseda", "wd:Q9268379", "head_of_state", "LTU")],
    ),
]


@pytest.mark.parametrize(("marked", "day", "home", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_whom_the_words_stand_for(
    marked: str, day: str | None, home: str | None, expected: list[tuple[str, str | None, str | None, str | None]]
) -> None:
    text, found = mentions(marked, day, home)
    told = [
        (
            text[m.start : m.end],
            m.actor or (m.kind if m.kind in ("place", "group") else None),
            m.role,
            m.country or m.organisation,
        )
        for m in found
    ]
    assert told == expected
