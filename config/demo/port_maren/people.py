"""The people of Port Maren University. All of them are invented."""

from config.demo.types import Person, Role

ADMINISTRATOR = "orlaith.devenish@portmaren.example.edu"
ASSESSOR_CORMAC = "cormac.tallis@portmaren.example.edu"
ASSESSOR_NKECHI = "nkechi.umeadi@portmaren.example.edu"

SIOBHAN = "siobhan.nimhaolain@portmaren.example.edu"
LUKASZ = "lukasz.wisniewski@portmaren.example.edu"
ELENI = "eleni.stavridou@portmaren.example.edu"
OLGA = "olga.smirnova@portmaren.example.edu"
YOUSUF = "yousuf.abdulrahman@portmaren.example.edu"
MISAKI = "misaki.sato@portmaren.example.edu"
SEOYEON = "seoyeon.kim@portmaren.example.edu"
THANDIWE = "thandiwe.mokoena@portmaren.example.edu"
MARIA_FERNANDA = "mfernanda.figueiredo@portmaren.example.edu"
ARJUN = "arjun.deshpande@portmaren.example.edu"

PEOPLE = (
    Person(ADMINISTRATOR, "Orlaith Devenish", (Role.ADMINISTRATOR,)),
    Person("fionn.garrity@portmaren.example.edu", "Fionn Garrity", (Role.ADMINISTRATOR, Role.ASSESSOR)),
    Person(ASSESSOR_CORMAC, "Cormac Tallis", (Role.ASSESSOR,)),
    Person(ASSESSOR_NKECHI, "Nkechi Umeadi", (Role.ASSESSOR,)),
    Person("hedwig.maroney@portmaren.example.edu", "Hedwig Maroney", (Role.REGISTRAR,)),
    Person(SIOBHAN, "Siobhán Ní Mhaoláin", (Role.LEARNER,), "ga"),
    Person(LUKASZ, "Łukasz Wiśniewski", (Role.LEARNER,), "pl"),
    Person(ELENI, "Ελένη Σταυρίδου", (Role.LEARNER,), "el"),
    Person(OLGA, "Ольга Николаевна Смирнова", (Role.LEARNER,), "ru"),
    Person(YOUSUF, "يوسف بن عبد الرحمن", (Role.LEARNER,), "ar"),
    Person(MISAKI, "佐藤 美咲", (Role.LEARNER,), "ja"),
    Person(SEOYEON, "김서연", (Role.LEARNER,), "ko"),
    Person(THANDIWE, "Thandiwe Mokoena", (Role.LEARNER,)),
    Person(
        MARIA_FERNANDA,
        "Maria Fernanda do Carmo Albuquerque de Vasconcelos e Noronha Figueiredo-Montenegro da Silveira",
        (Role.LEARNER,),
        "pt",
    ),
    Person(ARJUN, "अर्जुन देशपांडे", (Role.LEARNER,), "mr"),
)
