"""The people of the Calder Grove colleges. All of them are invented."""

from config.demo.types import Person, Role

ADMINISTRATOR = "winifred.castellane@caldergrove.example.org"
ASSESSOR_BEATRIX = "beatrix.holloway@caldergrove.example.org"
ASSESSOR_ISMAEL = "ismael.trevino@caldergrove.example.org"
ASSESSOR_LORNA = "lorna.achebe-park@caldergrove.example.org"

MEIHUA = "meihua.lin@caldergrove.example.org"
JUNHO = "junho.lee@caldergrove.example.org"
KENTA = "kenta.takahashi@caldergrove.example.org"
CHAU = "chau.nguyen@caldergrove.example.org"
DMITRI = "dmitri.orlov@caldergrove.example.org"
MICHAL = "michal.rosenberg@caldergrove.example.org"
SARA = "sara.alnajjar@caldergrove.example.org"
DESIREE = "desiree.fontaine@caldergrove.example.org"
XOCHITL = "xochitl.ramirez@caldergrove.example.org"
VASILIKI = "vasiliki.oikonomou@caldergrove.example.org"

PEOPLE = (
    Person(ADMINISTRATOR, "Winifred Castellane", (Role.ADMINISTRATOR,)),
    Person(ASSESSOR_BEATRIX, "Beatrix Holloway", (Role.ASSESSOR,)),
    Person(ASSESSOR_ISMAEL, "Ismael Treviño", (Role.ASSESSOR,)),
    Person(ASSESSOR_LORNA, "Lorna Achebe-Park", (Role.ASSESSOR, Role.ADMINISTRATOR)),
    Person("caspian.ferreira@caldergrove.example.org", "Caspian Ferreira", (Role.REGISTRAR,)),
    Person(MEIHUA, "林美華", (Role.LEARNER,), "zh-Hant"),
    Person(JUNHO, "이준호", (Role.LEARNER,), "ko"),
    Person(KENTA, "高橋 健太", (Role.LEARNER,), "ja"),
    Person(CHAU, "Nguyễn Thị Minh Châu", (Role.LEARNER,), "vi"),
    Person(DMITRI, "Дмитрий Орлов", (Role.LEARNER,), "ru"),
    Person(MICHAL, "מיכל רוזנברג", (Role.LEARNER,), "he"),
    Person(SARA, "سارة النجار", (Role.LEARNER,), "ar"),
    Person(DESIREE, "Desirée Fontaine-Baptiste", (Role.LEARNER,), "fr"),
    Person(XOCHITL, "Xóchitl Ramírez Peña", (Role.LEARNER,), "es"),
    Person(VASILIKI, "Βασιλική Οικονόμου", (Role.LEARNER,), "el"),
)
