"""The people of Larkmoor State University Online. All of them are invented."""

from config.demo.types import Person, Role

ADMINISTRATOR = "maribel.quintana@larkmoor.example.edu"
ASSESSOR_INGRID = "ingrid.soerlie@larkmoor.example.edu"
ASSESSOR_THADDEUS = "thaddeus.oyelaran@larkmoor.example.edu"
ASSESSOR_ROSALIND = "rosalind.achterberg@larkmoor.example.edu"

ZOE = "zoe.lindqvist@larkmoor.example.edu"
ALEXANDROS = "alexandros.papadimitriou@larkmoor.example.edu"
TAMARA = "tamara.kovalchuk@larkmoor.example.edu"
LAYLA = "layla.alhusayni@larkmoor.example.edu"
NOA = "noa.bendavid@larkmoor.example.edu"
ANANYA = "ananya.tripathi@larkmoor.example.edu"
SIYUAN = "siyuan.chen@larkmoor.example.edu"
MARCUS = "marcus.whitfield@larkmoor.example.edu"
GUADALUPE = "guadalupe.iniguez@larkmoor.example.edu"

PEOPLE = (
    Person(ADMINISTRATOR, "Maribel Quintana-Ostrowski", (Role.ADMINISTRATOR,)),
    Person(ASSESSOR_INGRID, "Ingrid Sørlie", (Role.ASSESSOR,)),
    Person(ASSESSOR_THADDEUS, "Thaddeus Oyelaran", (Role.ASSESSOR,)),
    Person(ASSESSOR_ROSALIND, "Rosalind Achterberg", (Role.ASSESSOR, Role.ADMINISTRATOR)),
    Person("duncan.abernethy@larkmoor.example.edu", "Duncan Abernethy", (Role.REGISTRAR,)),
    Person(ZOE, "Zoë Lindqvist-Håkansson", (Role.LEARNER,), "sv"),
    Person(ALEXANDROS, "Αλέξανδρος Παπαδημητρίου", (Role.LEARNER,), "el"),
    Person(TAMARA, "Тамара Ковальчук", (Role.LEARNER,), "uk"),
    Person(LAYLA, "ليلى الحسيني", (Role.LEARNER,), "ar"),
    Person(NOA, "נועה בן־דוד", (Role.LEARNER,), "he"),
    Person(ANANYA, "अनन्या त्रिपाठी", (Role.LEARNER,), "hi"),
    Person(SIYUAN, "陈思远", (Role.LEARNER,), "zh"),
    Person(MARCUS, "Marcus Whitfield", (Role.LEARNER,)),
    Person(GUADALUPE, "Guadalupe Íñiguez Ávalos", (Role.LEARNER,), "es"),
)
