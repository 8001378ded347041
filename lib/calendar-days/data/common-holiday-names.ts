import type { PrintLanguage } from '@/lib/calendars/document';

/** The order of the columns below: every print language that the longer table of holiday-names does not have. */
export const COMMON_COLUMNS = [
  'pt',
  'nl',
  'cs',
  'sk',
  'hu',
  'ro',
  'bg',
  'hr',
  'sl',
  'lt',
  'lv',
  'et',
  'fi',
  'sv',
  'da',
  'nb',
  'el',
  'tr',
  'he',
  'ar',
  'fa',
  'hi',
  'zh',
  'ko',
] as const satisfies PrintLanguage[];

/** The holidays that most countries share and those of our own law tables, by their English name. */
export const COMMON_ROWS: Readonly<Record<string, string>> = {
  "New Year's Day":
    'Ano-Novo|Nieuwjaarsdag|Nový rok|Nový rok|Újév|Anul Nou|Нова година|Nova godina|Novo leto|Naujieji metai|Jaunais gads|Uusaasta|Uudenvuodenpäivä|Nyårsdagen|Nytårsdag|Første nyttårsdag|Πρωτοχρονιά|Yılbaşı|ראש השנה האזרחית|رأس السنة الميلادية|سال نو میلادی|नव वर्ष|元旦|새해 첫날',
  "New Year's Eve":
    'Véspera de Ano-Novo|Oudejaarsavond|Silvestr|Silvester|Szilveszter|Ajunul Anului Nou|Навечерието на Нова година|Silvestrovo|Silvestrovo|Naujųjų metų išvakarės|Vecgada vakars|Vana-aasta õhtu|Uudenvuodenaatto|Nyårsafton|Nytårsaften|Nyttårsaften|Παραμονή Πρωτοχρονιάς|Yılbaşı gecesi|ערב ראש השנה האזרחית|ليلة رأس السنة|شب سال نو میلادی|नव वर्ष की पूर्व संध्या|除夕夜（公历）|섣달 그믐날',
  Epiphany:
    'Dia de Reis|Driekoningen|Tři králové|Traja králi|Vízkereszt|Boboteaza|Богоявление|Sveta tri kralja|Sveti trije kralji|Trys karaliai|Zvaigznes diena|Kolmekuningapäev|Loppiainen|Trettondedag jul|Helligtrekonger|Helligtrekongersdag|Θεοφάνεια|Epifani|חג ההתגלות|عيد الغطاس|عید خاج‌شویان|एपिफेनी|主显节|주현절',
  Carnival:
    'Carnaval|Carnaval|Masopust|Fašiangy|Farsang|Carnaval|Карнавал|Karneval|Pust|Užgavėnės|Karnevāls|Karneval|Karnevaali|Karneval|Karneval|Karneval|Απόκριες|Karnaval|קרנבל|كرنفال|کارناوال|कार्निवल|狂欢节|카니발',
  'Carnival Monday':
    'Segunda-feira de Carnaval|Carnavalsmaandag|Masopustní pondělí|Fašiangový pondelok|Farsanghétfő|Lunea carnavalului|Карнавален понеделник|Karnevalski ponedjeljak|Pustni ponedeljek|Užgavėnių pirmadienis|Karnevāla pirmdiena|Karnevali esmaspäev|Laskiaismaanantai|Fastlagsmåndagen|Fastelavnsmandag|Fastelavnsmandag|Δευτέρα της Αποκριάς|Karnaval pazartesisi|יום שני של הקרנבל|اثنين الكرنفال|دوشنبه کارناوال|कार्निवल सोमवार|狂欢节星期一|카니발 월요일',
  'Shrove Tuesday':
    'Terça-feira de Carnaval|Vastenavond|Masopustní úterý|Fašiangový utorok|Húshagyókedd|Marțea grasă|Карнавален вторник|Pokladni utorak|Pustni torek|Užgavėnės|Vastlāvji|Vastlapäev|Laskiaistiistai|Fettisdagen|Hvide tirsdag|Feitetirsdag|Τρίτη της Αποκριάς|Karnaval salısı|יום שלישי של הקרנבל|ثلاثاء المرافع|سه‌شنبهٔ اعتراف|श्रोव मंगलवार|忏悔星期二|참회 화요일',
  'Ash Wednesday':
    'Quarta-feira de Cinzas|Aswoensdag|Popeleční středa|Popolcová streda|Hamvazószerda|Miercurea Cenușii|Пепеляна сряда|Čista srijeda|Pepelnična sreda|Pelenų diena|Pelnu trešdiena|Tuhkapäev|Tuhkakeskiviikko|Askonsdagen|Askeonsdag|Askeonsdag|Τετάρτη των Τεφρών|Kül Çarşambası|יום רביעי של האפר|أربعاء الرماد|چهارشنبهٔ خاکستر|ऐश बुधवार|圣灰星期三|재의 수요일',
  'Saint Joseph':
    'São José|Sint-Jozef|Svatého Josefa|Svätého Jozefa|Szent József napja|Sfântul Iosif|Свети Йосиф|Sveti Josip|Sveti Jožef|Šv. Juozapas|Svētais Jāzeps|Püha Joosep|Pyhän Joosefin päivä|Josefdagen|Sankt Josef|Josefdagen|Άγιος Ιωσήφ|Aziz Yusuf Günü|יום יוסף הקדוש|عيد القديس يوسف|روز یوسف قدیس|संत जोसेफ़ दिवस|圣若瑟日|성 요셉 축일',
  'Palm Sunday':
    'Domingo de Ramos|Palmzondag|Květná neděle|Kvetná nedeľa|Virágvasárnap|Floriile|Цветница|Cvjetnica|Cvetna nedelja|Verbų sekmadienis|Pūpolsvētdiena|Palmipuudepüha|Palmusunnuntai|Palmsöndagen|Palmesøndag|Palmesøndag|Κυριακή των Βαΐων|Palmiye Pazarı|יום ראשון של הדקלים|أحد الشعانين|یکشنبهٔ نخل|पाम संडे|圣枝主日|종려 주일',
  'Maundy Thursday':
    'Quinta-feira Santa|Witte Donderdag|Zelený čtvrtek|Zelený štvrtok|Nagycsütörtök|Joia Mare|Велики четвъртък|Veliki četvrtak|Veliki četrtek|Didysis ketvirtadienis|Zaļā Ceturtdiena|Suur neljapäev|Kiirastorstai|Skärtorsdagen|Skærtorsdag|Skjærtorsdag|Μεγάλη Πέμπτη|Kutsal Perşembe|יום חמישי הקדוש|خميس العهد|پنجشنبهٔ مقدس|पवित्र गुरुवार|圣周四|성 목요일',
  'Good Friday':
    'Sexta-feira Santa|Goede Vrijdag|Velký pátek|Veľký piatok|Nagypéntek|Vinerea Mare|Разпети петък|Veliki petak|Veliki petek|Didysis penktadienis|Lielā Piektdiena|Suur reede|Pitkäperjantai|Långfredagen|Langfredag|Langfredag|Μεγάλη Παρασκευή|Kutsal Cuma|יום שישי הטוב|الجمعة العظيمة|آدینهٔ نیک|गुड फ़्राइडे|耶稣受难日|성 금요일',
  'Easter Saturday':
    'Sábado de Aleluia|Stille Zaterdag|Bílá sobota|Biela sobota|Nagyszombat|Sâmbăta Mare|Велика събота|Velika subota|Velika sobota|Didysis šeštadienis|Klusā sestdiena|Vaikne laupäev|Pääsiäislauantai|Påskafton|Påskelørdag|Påskeaften|Μεγάλο Σάββατο|Kutsal Cumartesi|שבת הקדושה|سبت النور|شنبهٔ مقدس|पवित्र शनिवार|圣周六|성 토요일',
  'Easter Sunday':
    'Domingo de Páscoa|Eerste paasdag|Velikonoční neděle|Veľkonočná nedeľa|Húsvétvasárnap|Paștele|Великден (католически)|Uskrs|Velika noč|Velykos|Lieldienas|Lihavõtted|Pääsiäispäivä|Påskdagen|Påskedag|Første påskedag|Καθολικό Πάσχα|Paskalya|חג הפסחא|عيد الفصح|عید پاک|ईस्टर|复活节|부활절',
  'Easter Monday':
    'Segunda-feira de Páscoa|Tweede paasdag|Velikonoční pondělí|Veľkonočný pondelok|Húsvéthétfő|A doua zi de Paști|Великденски понеделник|Uskrsni ponedjeljak|Velikonočni ponedeljek|Antroji Velykų diena|Otrās Lieldienas|Teine lihavõttepüha|Toinen pääsiäispäivä|Annandag påsk|Anden påskedag|Andre påskedag|Δευτέρα του Πάσχα|Paskalya Pazartesi|יום שני של הפסחא|اثنين الفصح|دوشنبهٔ عید پاک|ईस्टर सोमवार|复活节星期一|부활절 월요일',
  'Ascension Day':
    'Ascensão do Senhor|Hemelvaartsdag|Nanebevstoupení Páně|Nanebovstúpenie Pána|Áldozócsütörtök|Înălțarea Domnului|Възнесение Господне|Uzašašće|Gospodov vnebohod|Šeštinės|Debesbraukšanas diena|Taevaminemispüha|Helatorstai|Kristi himmelsfärdsdag|Kristi himmelfartsdag|Kristi himmelfartsdag|Ανάληψη του Κυρίου|Yükseliş Günü|יום העלייה השמימה|خميس الصعود|عید عروج مسیح|स्वर्गारोहण दिवस|耶稣升天节|예수 승천일',
  Pentecost:
    'Pentecostes|Eerste pinksterdag|Letnice|Turíce|Pünkösdvasárnap|Rusaliile|Петдесетница|Duhovi|Binkošti|Sekminės|Vasarsvētki|Nelipühi|Helluntaipäivä|Pingstdagen|Pinsedag|Første pinsedag|Πεντηκοστή|Pentekost|חג השבועות הנוצרי|عيد العنصرة|پنتیکاست|पेंटेकोस्ट|圣灵降临节|성령 강림절',
  'Whit Monday':
    'Segunda-feira de Pentecostes|Tweede pinksterdag|Svatodušní pondělí|Svätodušný pondelok|Pünkösdhétfő|A doua zi de Rusalii|Понеделник след Петдесетница|Duhovski ponedjeljak|Binkoštni ponedeljek|Antroji Sekminių diena|Otrie Vasarsvētki|Teine nelipüha|Toinen helluntaipäivä|Annandag pingst|Anden pinsedag|Andre pinsedag|Δευτέρα του Αγίου Πνεύματος|Pentekost Pazartesi|יום שני של חג השבועות|اثنين العنصرة|دوشنبهٔ پنتیکاست|व्हिट सोमवार|圣灵降临节星期一|성령 강림절 월요일',
  'Corpus Christi':
    'Corpo de Deus|Sacramentsdag|Boží tělo|Božie telo|Úrnapja|Corpus Christi|Тяло Христово|Tijelovo|Telovo|Devintinės|Dievmiesta svētki|Kristuse ihu ja vere püha|Pyhän ruumiin juhla|Kristi lekamens fest|Kristi legemsfest|Kristi legemsfest|Αγία Δωρεά|Corpus Christi|חג גוף ישו|عيد الجسد|عید جسد مسیح|कॉर्पस क्रिस्टी|基督圣体节|성체 축일',
  'Saint John':
    'São João|Sint-Jan|Svatého Jana|Svätého Jána|Szent Iván napja|Sânzienele|Еньовден|Ivanje|Kresni dan|Joninės|Jāņi|Jaanipäev|Juhannus|Johannesdagen|Sankthans|Sankthans|Άγιος Ιωάννης|Aziz Yuhanna Günü|יום יוחנן הקדוש|عيد القديس يوحنا|روز یوحنای قدیس|संत जॉन दिवस|圣若翰日|성 요한 축일',
  'Saints Peter and Paul':
    'São Pedro e São Paulo|Petrus en Paulus|Svatého Petra a Pavla|Svätých Petra a Pavla|Szent Péter és Pál|Sfinții Petru și Pavel|Свети Петър и Павел|Sveti Petar i Pavao|Sveti Peter in Pavel|Šv. Petras ir Povilas|Pētera un Pāvila diena|Peeter-Pauli päev|Pietarin ja Paavalin päivä|Peter och Paulus|Peter og Paul|Peter og Paulus|Πέτρου και Παύλου|Petrus ve Pavlus|פטרוס ופאולוס הקדושים|عيد بطرس وبولس|پطرس و پولس قدیس|संत पीटर और पॉल|圣伯多禄圣保禄日|성 베드로와 바오로',
  Assumption:
    'Assunção de Nossa Senhora|Maria-Tenhemelopneming|Nanebevzetí Panny Marie|Nanebovzatie Panny Márie|Nagyboldogasszony|Adormirea Maicii Domnului|Успение Богородично|Velika Gospa|Marijino vnebovzetje|Žolinė|Vissvētākās Jaunavas Marijas debesīs uzņemšana|Rukkimaarjapäev|Neitsyt Marian taivaaseenottaminen|Marie himmelsfärd|Marias himmelfart|Marias himmelfart|Κοίμηση της Θεοτόκου|Meryem Ana’nın göğe alınışı|עליית מרים השמימה|عيد انتقال العذراء|عروج مریم مقدس|मरियम का स्वर्गारोहण|圣母升天节|성모 승천 대축일',
  "All Saints' Day":
    'Todos os Santos|Allerheiligen|Všech svatých|Všetkých svätých|Mindenszentek|Ziua Tuturor Sfinților|Вси светии|Svi sveti|Dan spomina na mrtve|Visų šventųjų diena|Visu Svēto diena|Pühakutepäev|Pyhäinpäivä|Alla helgons dag|Allehelgensdag|Allehelgensdag|Άγιοι Πάντες|Azizler Günü|יום כל הקדושים|عيد جميع القديسين|روز همهٔ قدیسان|ऑल सेंट्स डे|诸圣节|모든 성인의 날',
  "All Souls' Day":
    'Dia de Finados|Allerzielen|Dušičky|Dušičky|Halottak napja|Ziua Morților|Задушница|Dušni dan|Verne duše|Vėlinės|Mirušo piemiņas diena|Hingedepäev|Vainajien muistopäivä|Alla själars dag|Allesjælesdag|Allesjelesdag|Ημέρα των ψυχών|Ölüleri Anma Günü|יום כל הנשמות|يوم الموتى|روز ارواح مردگان|ऑल सोल्स डे|万灵节|위령의 날',
  'Reformation Day':
    'Dia da Reforma|Hervormingsdag|Den reformace|Deň reformácie|A reformáció napja|Ziua Reformei|Ден на Реформацията|Dan reformacije|Dan reformacije|Reformacijos diena|Reformācijas diena|Usupuhastuspüha|Uskonpuhdistuksen päivä|Reformationsdagen|Reformationsdag|Reformasjonsdagen|Ημέρα της Μεταρρύθμισης|Reform Günü|יום הרפורמציה|يوم الإصلاح|روز اصلاحات دینی|सुधार दिवस|宗教改革纪念日|종교 개혁 기념일',
  'Saint Nicholas':
    'São Nicolau|Sinterklaas|Mikuláš|Mikuláš|Mikulás|Moș Nicolae|Никулден|Sveti Nikola|Miklavž|Šv. Mikalojus|Svētais Nikolajs|Nigulapäev|Nikolauksen päivä|Nikolausdagen|Sankt Nikolaj|St. Nikolas’ dag|Άγιος Νικόλαος|Aziz Nikola Günü|יום ניקולס הקדוש|عيد القديس نيقولاوس|روز نیکولاس قدیس|संत निकोलस दिवस|圣尼古拉节|성 니콜라스의 날',
  'Immaculate Conception':
    'Imaculada Conceição|Onbevlekte Ontvangenis|Neposkvrněné početí|Nepoškvrnené počatie|Szeplőtelen fogantatás|Imaculata Concepțiune|Непорочно зачатие|Bezgrešno začeće|Brezmadežno spočetje|Nekaltasis Prasidėjimas|Bezvainīgā ieņemšana|Pärispatuta saamine|Neitsyt Marian sikiäminen|Marie obefläckade avlelse|Marias ubesmittede undfangelse|Marias uplettede unnfangelse|Άμωμη Σύλληψη|Lekesiz Hamilelik|ההתעברות ללא רבב|عيد الحبل بلا دنس|لقاح مطهر|निष्कलंक गर्भाधान|圣母无染原罪日|원죄 없는 잉태',
  'Christmas Eve':
    'Véspera de Natal|Kerstavond|Štědrý den|Štedrý deň|Szenteste|Ajunul Crăciunului|Бъдни вечер|Badnjak|Božični večer|Kūčios|Ziemassvētku vakars|Jõululaupäev|Jouluaatto|Julafton|Juleaften|Julaften|Παραμονή Χριστουγέννων|Noel Arifesi|ערב חג המולד|ليلة عيد الميلاد|شب کریسمس|क्रिसमस की पूर्व संध्या|平安夜|크리스마스이브',
  'Christmas Day':
    'Natal|Eerste kerstdag|První svátek vánoční|Prvý sviatok vianočný|Karácsony|Crăciunul|Рождество Христово|Božić|Božič|Šv. Kalėdos|Ziemassvētki|Jõulud|Joulupäivä|Juldagen|Juledag|Første juledag|Χριστούγεννα|Noel|חג המולד|عيد الميلاد|کریسمس|क्रिसमस|圣诞节|크리스마스',
  'Boxing Day':
    'Dia de Santo Estêvão|Tweede kerstdag|Druhý svátek vánoční|Druhý sviatok vianočný|Karácsony másnapja|A doua zi de Crăciun|Втори ден на Коледа|Sveti Stjepan|Drugi božični dan|Antroji Kalėdų diena|Otrie Ziemassvētki|Teine jõulupüha|Tapaninpäivä|Annandag jul|Anden juledag|Andre juledag|Δεύτερη ημέρα Χριστουγέννων|Noel’in ikinci günü|היום השני של חג המולד|ثاني أيام عيد الميلاد|روز باکسینگ|बॉक्सिंग डे|节礼日|박싱 데이',
  'Orthodox New Year':
    'Ano-Novo ortodoxo|Orthodox Nieuwjaar|Pravoslavný Nový rok|Pravoslávny Nový rok|Ortodox újév|Anul Nou pe stil vechi|Нова година по стар стил|Pravoslavna Nova godina|Pravoslavno novo leto|Senieji Naujieji metai|Pareizticīgo Jaunais gads|Vana kalendri uusaasta|Ortodoksinen uusivuosi|Ortodoxa nyåret|Ortodoks nytår|Ortodoks nyttår|Πρωτοχρονιά (παλαιό ημερολόγιο)|Ortodoks Yılbaşı|ראש השנה האורתודוקסי|رأس السنة الشرقية|سال نو ارتدوکس|ऑर्थोडॉक्स नव वर्ष|东正教新年|정교회 새해',
  'Orthodox Christmas Eve':
    'Véspera de Natal ortodoxo|Orthodoxe kerstavond|Pravoslavný Štědrý den|Pravoslávny Štedrý večer|Ortodox szenteste|Ajunul Crăciunului pe stil vechi|Бъдни вечер по стар стил|Pravoslavni Badnjak|Pravoslavni božični večer|Stačiatikių Kūčios|Pareizticīgo Ziemassvētku vakars|Õigeusu jõululaupäev|Ortodoksinen jouluaatto|Ortodoxa julafton|Ortodoks juleaften|Ortodoks julaften|Παραμονή Χριστουγέννων (παλαιό)|Ortodoks Noel Arifesi|ערב חג המולד האורתודוקסי|ليلة عيد الميلاد الشرقي|شب کریسمس ارتدوکس|ऑर्थोडॉक्स क्रिसमस की पूर्व संध्या|东正教平安夜|정교회 성탄 전야',
  'Orthodox Christmas':
    'Natal ortodoxo|Orthodox Kerstmis|Pravoslavné Vánoce|Pravoslávne Vianoce|Ortodox karácsony|Crăciunul pe stil vechi|Рождество по стар стил|Pravoslavni Božić|Pravoslavni božič|Stačiatikių Kalėdos|Pareizticīgo Ziemassvētki|Õigeusu jõulud|Ortodoksinen joulu|Ortodoxa juldagen|Ortodoks jul|Ortodoks jul|Χριστούγεννα (παλαιό)|Ortodoks Noeli|חג המולד האורתודוקסי|عيد الميلاد الشرقي|کریسمس ارتدوکس|ऑर्थोडॉक्स क्रिसमस|东正教圣诞节|정교회 성탄절',
  'Orthodox Good Friday':
    'Sexta-feira Santa ortodoxa|Orthodoxe Goede Vrijdag|Pravoslavný Velký pátek|Pravoslávny Veľký piatok|Ortodox nagypéntek|Vinerea Mare|Разпети петък|Pravoslavni Veliki petak|Pravoslavni veliki petek|Stačiatikių Didysis penktadienis|Pareizticīgo Lielā Piektdiena|Õigeusu suur reede|Ortodoksinen pitkäperjantai|Ortodoxa långfredagen|Ortodoks langfredag|Ortodoks langfredag|Μεγάλη Παρασκευή|Ortodoks Kutsal Cuma|יום שישי הטוב האורתודוקסי|الجمعة العظيمة الشرقية|آدینهٔ نیک ارتدوکس|ऑर्थोडॉक्स गुड फ़्राइडे|东正教受难日|정교회 성 금요일',
  'Orthodox Easter':
    'Páscoa ortodoxa|Orthodox Pasen|Pravoslavné Velikonoce|Pravoslávna Veľká noc|Ortodox húsvét|Paștele|Великден|Pravoslavni Uskrs|Pravoslavna velika noč|Stačiatikių Velykos|Pareizticīgo Lieldienas|Õigeusu ülestõusmispüha|Ortodoksinen pääsiäinen|Ortodoxa påskdagen|Ortodoks påske|Ortodoks påske|Πάσχα|Ortodoks Paskalyası|הפסחא האורתודוקסי|عيد الفصح الشرقي|عید پاک ارتدوکس|ऑर्थोडॉक्स ईस्टर|东正教复活节|정교회 부활절',
  'Orthodox Easter Monday':
    'Segunda-feira de Páscoa ortodoxa|Orthodoxe paasmaandag|Pravoslavné velikonoční pondělí|Pravoslávny veľkonočný pondelok|Ortodox húsvéthétfő|A doua zi de Paști|Велики понеделник след Великден|Pravoslavni Uskrsni ponedjeljak|Pravoslavni velikonočni ponedeljek|Stačiatikių antroji Velykų diena|Pareizticīgo Otrās Lieldienas|Õigeusu teine ülestõusmispüha|Ortodoksinen toinen pääsiäispäivä|Ortodoxa annandag påsk|Ortodoks anden påskedag|Ortodoks andre påskedag|Δευτέρα του Πάσχα|Ortodoks Paskalya Pazartesi|יום שני של הפסחא האורתודוקסי|اثنين الفصح الشرقي|دوشنبهٔ عید پاک ارتدوکس|ऑर्थोडॉक्स ईस्टर सोमवार|东正教复活节星期一|정교회 부활절 월요일',
  'Islamic New Year':
    'Ano-Novo islâmico|Islamitisch Nieuwjaar|Islámský Nový rok|Islamský Nový rok|Iszlám újév|Anul Nou islamic|Ислямска Нова година|Islamska Nova godina|Islamsko novo leto|Islamo Naujieji metai|Islāma Jaunais gads|Islami uusaasta|Islamilainen uusivuosi|Islamiska nyåret|Islamisk nytår|Islamsk nyttår|Ισλαμική Πρωτοχρονιά|Hicri Yılbaşı|ראש השנה המוסלמי|رأس السنة الهجرية|آغاز سال هجری قمری|इस्लामी नव वर्ष|伊斯兰教新年|이슬람 새해',
  'Day of Ashura':
    'Ashura|Asjoera|Ášúrá|Ašúra|Ásúra|Așura|Ашура|Ašura|Ašura|Ašūra|Ašura|Ašuura|Ašura|Ashura|Ashura|Asjura|Ασούρα|Aşure Günü|יום העאשוראא|يوم عاشوراء|عاشورا|आशूरा|阿舒拉节|아슈라',
  'Birthday of Muhammad (Mawlid)':
    'Mawlid|Mawlid|Mawlid|Maulid|Mavlid|Mawlid|Мевлид|Mevlud|Mavlid|Mavlidas|Mavlids|Mawlid|Mawlid|Mawlid|Mawlid|Mawlid|Μαουλίντ|Mevlid Kandili|מולד א-נבי|المولد النبوي|میلاد پیامبر|मिलाद उन-नबी|圣纪节|예언자 탄생일',
  "Laylat al-Mi'raj":
    'Isra e Miraj|Isra en Miraj|Laylat al-Miʿrádž|Lajlat al-Miradž|Isra és Miradzs|Isra și Miraj|Мирадж|Miradž|Miradž|Isra ir Miradžas|Isra un Miradžs|Isra ja Miraj|Isra ja Miraj|Isra och Miraj|Isra og Miraj|Isra og Miraj|Ίσρα και Μιράτζ|Miraç Kandili|אל-אסראא ואל-מעראג׳|الإسراء والمعراج|مبعث و معراج|शब-ए-मेराज|登霄节|미라지의 밤',
  'First day of Ramadan':
    'Início do Ramadã|Begin van de ramadan|Začátek ramadánu|Začiatok ramadánu|A ramadán kezdete|Începutul Ramadanului|Начало на Рамазан|Početak ramazana|Začetek ramadana|Ramadano pradžia|Ramadāna sākums|Ramadaani algus|Ramadanin alku|Ramadan börjar|Ramadanens begyndelse|Ramadan begynner|Αρχή του Ραμαζανιού|Ramazan başlangıcı|תחילת רמדאן|أول رمضان|آغاز رمضان|रमज़ान का पहला दिन|斋月首日|라마단 시작',
  'Laylat al-Qadr':
    'Noite do Decreto|Nacht van de Beslissing|Noc úradku|Noc údelu|A sors éjszakája|Noaptea Destinului|Нощ на могъществото|Noć kadr|Noč moči|Lemties naktis|Likteņa nakts|Saatuse öö|Kohtalon yö|Ödets natt|Skæbnens nat|Skjebnens natt|Νύχτα του Πεπρωμένου|Kadir Gecesi|לילת אל-קדר|ليلة القدر|شب قدر|शब-ए-क़द्र|盖德尔夜|권능의 밤',
  'End of Ramadan (Eid al-Fitr)':
    'Eid al-Fitr|Suikerfeest|Svátek konce půstu|Sviatok ukončenia pôstu|Ramadán vége|Eid al-Fitr|Рамазан Байрам|Ramazanski bajram|Ramazanski bajram|Id al-Fitr|Īd al-Fitr|Id al-fitr|Id al-fitr|Eid al-fitr|Eid al-fitr|Id al-fitr|Ιντ αλ-Φιτρ|Ramazan Bayramı|עיד אל-פיטר|عيد الفطر|عید فطر|ईद-उल-फ़ित्र|开斋节|이드 알피트르',
  'Arafat Day':
    'Dia de Arafat|Arafatdag|Den Arafatu|Deň Arafatu|Arafat napja|Ziua Arafat|Ден Арафат|Dan Arefata|Dan Arafata|Arafato diena|Arafata diena|Arafati päev|Arafatin päivä|Arafadagen|Arafatdagen|Arafatdagen|Ημέρα Αραφάτ|Arefe Günü|יום ערפה|يوم عرفة|روز عرفه|अराफ़ात का दिन|阿拉法特日|아라파트의 날',
  'Feast of the Sacrifice (Eid al-Adha)':
    'Eid al-Adha|Offerfeest|Svátek oběti|Sviatok obety|Áldozati ünnep|Eid al-Adha|Курбан Байрам|Kurban-bajram|Kurban bajram|Id al-Adha|Īd al-Adha|Id al-adha|Id al-adha|Eid al-adha|Eid al-adha|Id al-adha|Ιντ αλ-Άντχα|Kurban Bayramı|עיד אל-אדחא|عيد الأضحى|عید قربان|ईद-उल-अज़हा|宰牲节|이드 알아드하',
  'Passover (Pesach)':
    'Pessach|Pesach|Pesach|Pesach|Pészah|Pesah|Песах|Pesah|Pesah|Pesachas|Pesahs|Paasapüha|Pesah|Pesach|Pesach|Pesach|Πεσάχ|Hamursuz Bayramı|פסח|عيد الفصح اليهودي|پسح|पेसाख|逾越节|유월절',
  'Shavuot (Feast of Weeks)':
    'Shavuot|Sjavoeot|Šavu’ot|Šavuot|Sávuót|Șavuot|Шавуот|Šavuot|Šavuot|Šavuotas|Šavuots|Šavuot|Šavuot|Shavuot|Shavuot|Shavuot|Σαβουότ|Şavuot|שבועות|عيد الأسابيع|شاووعوت|शावुओत|五旬节（犹太教）|칠칠절',
  'Rosh Hashanah':
    'Rosh Hashaná|Rosj Hasjana|Roš ha-šana|Roš ha-šana|Ros hásáná|Roș Hașana|Рош ха-Шана|Roš hašana|Roš hašana|Roš Hašana|Roš hašana|Roš hašana|Roš hašana|Rosh hashana|Rosh Hashana|Rosj hasjana|Ρος Ασανά|Roş Aşana|ראש השנה|رأس السنة العبرية|روش هشانا|रोश हशाना|犹太新年|로쉬 하샤나',
  'Yom Kippur':
    'Yom Kipur|Jom Kipoer|Jom kipur|Jom kipur|Jom kippur|Iom Kipur|Йом Кипур|Jom Kipur|Jom kipur|Jom Kipuras|Joms Kipurs|Jom kippur|Jom kippur|Jom kippur|Jom Kippur|Jom kippur|Γιομ Κιπούρ|Yom Kipur|יום כיפור|يوم الغفران|یوم کیپور|योम किप्पुर|赎罪日|욤 키푸르',
  'Feast of Tabernacles (Sukkot)':
    'Sucot|Soekot|Sukot|Sukot|Szukkót|Sucot|Сукот|Sukot|Sukot|Sukotas|Sukots|Sukot|Sukkot|Sukkot|Sukkot|Sukkot|Σουκότ|Sukot|סוכות|عيد المظال|سوکوت|सुकोत|住棚节|초막절',
  'Chinese New Year':
    'Ano-Novo chinês|Chinees Nieuwjaar|Čínský Nový rok|Čínsky Nový rok|Kínai újév|Anul Nou chinezesc|Китайска Нова година|Kineska Nova godina|Kitajsko novo leto|Kinų Naujieji metai|Ķīniešu Jaunais gads|Hiina uusaasta|Kiinalainen uusivuosi|Kinesiska nyåret|Kinesisk nytår|Kinesisk nyttår|Κινεζική Πρωτοχρονιά|Çin Yeni Yılı|ראש השנה הסיני|رأس السنة الصينية|سال نو چینی|चीनी नव वर्ष|春节|설날 (춘절)',
  'Mid-Autumn Festival':
    'Festival do Meio do Outono|Midherfstfeest|Svátek středu podzimu|Sviatok stredu jesene|Őszközép ünnepe|Festivalul de la Mijlocul Toamnei|Празник на средата на есента|Blagdan sredine jeseni|Praznik sredine jeseni|Vidurio rudens šventė|Rudens vidus svētki|Kesksügisfestival|Keskisyksyn juhla|Månfesten|Midtefterårsfesten|Midthøstfesten|Γιορτή του Μεσοφθινοπώρου|Güz Ortası Bayramı|חג אמצע הסתיו|عيد منتصف الخريف|جشن نیمهٔ پاییز|मध्य शरद उत्सव|中秋节|중추절',
  "Buddha's Birthday":
    'Aniversário de Buda|Boeddha’s verjaardag|Buddhovy narozeniny|Narodeniny Budhu|Buddha születésnapja|Ziua de naștere a lui Buddha|Рожден ден на Буда|Buddhin rođendan|Budov rojstni dan|Budos gimtadienis|Budas dzimšanas diena|Buddha sünnipäev|Buddhan syntymäpäivä|Buddhas födelsedag|Buddhas fødselsdag|Buddhas fødselsdag|Γενέθλια του Βούδα|Buda’nın doğum günü|יום הולדתו של בודהה|ميلاد بوذا|زادروز بودا|बुद्ध पूर्णिमा|佛诞|부처님 오신 날',
  Deepavali:
    'Diwali|Divali|Díválí|Diválí|Diváli|Diwali|Дивали|Divali|Divali|Divalis|Divali|Diwali|Diwali|Diwali|Diwali|Diwali|Ντιβάλι|Divali|דיוואלי|ديوالي|دیوالی|दीपावली|排灯节|디왈리',
  "International Women's Day":
    'Dia da Mulher|Internationale Vrouwendag|Mezinárodní den žen|Medzinárodný deň žien|Nőnap|Ziua Internațională a Femeii|Ден на жената|Međunarodni dan žena|Mednarodni dan žena|Tarptautinė moters diena|Sieviešu diena|Naistepäev|Naistenpäivä|Internationella kvinnodagen|Kvindernes kampdag|Kvinnedagen|Ημέρα της Γυναίκας|Dünya Kadınlar Günü|יום האישה הבינלאומי|يوم المرأة العالمي|روز جهانی زن|अंतर्राष्ट्रीय महिला दिवस|国际妇女节|국제 여성의 날',
  'Labour Day':
    'Dia do Trabalhador|Dag van de Arbeid|Svátek práce|Sviatok práce|A munka ünnepe|Ziua Muncii|Ден на труда|Praznik rada|Praznik dela|Darbo diena|Darba svētki|Tööpäev|Työn päivä|Arbetets dag|Arbejdernes dag|Arbeidernes dag|Εργατική Πρωτομαγιά|İşçi Bayramı|יום העבודה|عيد العمال|روز کارگر|मज़दूर दिवस|劳动节|노동절',
  'Victory Day':
    'Dia da Vitória|Dag van de Overwinning|Den vítězství|Deň víťazstva|A győzelem napja|Ziua Victoriei|Ден на победата|Dan pobjede|Dan zmage|Pergalės diena|Uzvaras diena|Võidupüha|Voitonpäivä|Segerdagen|Sejrsdagen|Seiersdagen|Ημέρα της Νίκης|Zafer Bayramı|יום הניצחון|يوم النصر|روز پیروزی|विजय दिवस|胜利日|승전 기념일',
  'Europe Day':
    'Dia da Europa|Europadag|Den Evropy|Deň Európy|Európa-nap|Ziua Europei|Ден на Европа|Dan Europe|Dan Evrope|Europos diena|Eiropas diena|Euroopa päev|Eurooppa-päivä|Europadagen|Europadag|Europadagen|Ημέρα της Ευρώπης|Avrupa Günü|יום אירופה|يوم أوروبا|روز اروپا|यूरोप दिवस|欧洲日|유럽의 날',
  "Mother's Day":
    'Dia da Mãe|Moederdag|Den matek|Deň matiek|Anyák napja|Ziua Mamei|Ден на майката|Majčin dan|Materinski dan|Motinos diena|Mātes diena|Emadepäev|Äitienpäivä|Mors dag|Mors dag|Morsdag|Γιορτή της Μητέρας|Anneler Günü|יום האם|عيد الأم|روز مادر|मातृ दिवस|母亲节|어머니의 날',
  "Father's Day":
    'Dia do Pai|Vaderdag|Den otců|Deň otcov|Apák napja|Ziua Tatălui|Ден на бащата|Očev dan|Očetovski dan|Tėvo diena|Tēva diena|Isadepäev|Isänpäivä|Fars dag|Fars dag|Farsdag|Γιορτή του Πατέρα|Babalar Günü|יום האב|عيد الأب|روز پدر|पितृ दिवस|父亲节|아버지의 날',
  "Children's Day":
    'Dia da Criança|Kinderdag|Den dětí|Deň detí|Gyermeknap|Ziua Copilului|Ден на детето|Dan djeteta|Dan otrok|Vaikų diena|Bērnu diena|Lastekaitsepäev|Lasten päivä|Barnens dag|Børnenes dag|Barnas dag|Ημέρα του Παιδιού|Çocuk Bayramı|יום הילד|عيد الطفل|روز کودک|बाल दिवस|儿童节|어린이날',
  "Teacher's Day":
    'Dia do Professor|Dag van de leraar|Den učitelů|Deň učiteľov|Pedagógusnap|Ziua Învățătorului|Ден на учителя|Dan učitelja|Dan učiteljev|Mokytojų diena|Skolotāju diena|Õpetajate päev|Opettajien päivä|Lärarnas dag|Lærernes dag|Lærernes dag|Ημέρα των Εκπαιδευτικών|Öğretmenler Günü|יום המורה|يوم المعلم|روز معلم|शिक्षक दिवस|教师节|스승의 날',
  'Youth Day':
    'Dia da Juventude|Dag van de jeugd|Den mládeže|Deň mládeže|Az ifjúság napja|Ziua Tineretului|Ден на младежта|Dan mladih|Dan mladih|Jaunimo diena|Jaunatnes diena|Noortepäev|Nuorison päivä|Ungdomens dag|Ungdommens dag|Ungdommens dag|Ημέρα της Νεολαίας|Gençlik Günü|יום הנוער|يوم الشباب|روز جوان|युवा दिवस|青年节|청년의 날',
  'Family Day':
    'Dia da Família|Gezinsdag|Den rodiny|Deň rodiny|A család napja|Ziua Familiei|Ден на семейството|Dan obitelji|Dan družine|Šeimos diena|Ģimenes diena|Perepäev|Perheen päivä|Familjens dag|Familiens dag|Familiens dag|Ημέρα της Οικογένειας|Aile Günü|יום המשפחה|يوم الأسرة|روز خانواده|परिवार दिवस|家庭日|가정의 날',
  "Valentine's Day":
    'Dia dos Namorados|Valentijnsdag|Svatého Valentýna|Svätého Valentína|Valentin-nap|Ziua Îndrăgostiților|Свети Валентин|Valentinovo|Valentinovo|Valentino diena|Valentīndiena|Sõbrapäev|Ystävänpäivä|Alla hjärtans dag|Valentinsdag|Valentinsdagen|Αγίου Βαλεντίνου|Sevgililer Günü|יום האהבה (ולנטיין)|عيد الحب|روز ولنتاین|वैलेंटाइन डे|情人节|밸런타인데이',
  Halloween:
    'Halloween|Halloween|Halloween|Halloween|Halloween|Halloween|Хелоуин|Noć vještica|Noč čarovnic|Helovinas|Helovīni|Halloween|Halloween|Halloween|Halloween|Halloween|Χάλογουιν|Cadılar Bayramı|ליל כל הקדושים|الهالوين|هالووین|हैलोवीन|万圣节前夜|핼러윈',
  'Independence Day':
    'Dia da Independência|Onafhankelijkheidsdag|Den nezávislosti|Deň nezávislosti|A függetlenség napja|Ziua Independenței|Ден на независимостта|Dan neovisnosti|Dan neodvisnosti|Nepriklausomybės diena|Neatkarības diena|Iseseisvuspäev|Itsenäisyyspäivä|Självständighetsdagen|Uafhængighedsdag|Uavhengighetsdagen|Ημέρα Ανεξαρτησίας|Bağımsızlık Günü|יום העצמאות|عيد الاستقلال|روز استقلال|स्वतंत्रता दिवस|独立日|독립 기념일',
  'Constitution Day':
    'Dia da Constituição|Dag van de Grondwet|Den ústavy|Deň ústavy|Az alkotmány napja|Ziua Constituției|Ден на Конституцията|Dan Ustava|Dan ustave|Konstitucijos diena|Konstitūcijas diena|Põhiseaduse päev|Perustuslain päivä|Konstitutionsdagen|Grundlovsdag|Grunnlovsdagen|Ημέρα του Συντάγματος|Anayasa Günü|יום החוקה|يوم الدستور|روز قانون اساسی|संविधान दिवस|宪法纪念日|제헌절',
  'Republic Day':
    'Dia da República|Dag van de Republiek|Den republiky|Deň republiky|A köztársaság napja|Ziua Republicii|Ден на републиката|Dan Republike|Dan republike|Respublikos diena|Republikas diena|Vabariigi päev|Tasavallan päivä|Republikens dag|Republikkens dag|Republikkens dag|Ημέρα της Δημοκρατίας|Cumhuriyet Bayramı|יום הרפובליקה|عيد الجمهورية|روز جمهوری|गणतंत्र दिवस|共和国日|공화국의 날',
  'National Day':
    'Dia Nacional|Nationale feestdag|Státní svátek|Štátny sviatok|Nemzeti ünnep|Ziua Națională|Национален празник|Nacionalni praznik|Državni praznik|Nacionalinė šventė|Valsts svētki|Rahvuspüha|Kansallispäivä|Nationaldagen|Nationaldag|Nasjonaldagen|Εθνική εορτή|Ulusal Bayram|חג לאומי|اليوم الوطني|روز ملی|राष्ट्रीय दिवस|国庆节|국경일',
  'Liberation Day':
    'Dia da Libertação|Bevrijdingsdag|Den osvobození|Deň oslobodenia|A felszabadulás napja|Ziua Eliberării|Ден на освобождението|Dan oslobođenja|Dan osvoboditve|Išvadavimo diena|Atbrīvošanas diena|Vabastamispäev|Vapautuksen päivä|Befrielsedagen|Befrielsesdagen|Frigjøringsdagen|Ημέρα της Απελευθέρωσης|Kurtuluş Günü|יום השחרור|يوم التحرير|روز آزادی|मुक्ति दिवस|解放日|광복절',
  'Armistice Day':
    'Dia do Armistício|Wapenstilstandsdag|Den příměří|Deň prímeria|A fegyverszünet napja|Ziua Armistițiului|Ден на примирието|Dan primirja|Dan premirja|Paliaubų diena|Pamiera diena|Vaherahupäev|Aselevon päivä|Vapenstilleståndsdagen|Våbenstilstandsdagen|Våpenhviledagen|Ημέρα της Ανακωχής|Ateşkes Günü|יום שביתת הנשק|يوم الهدنة|روز آتش‌بس|युद्धविराम दिवस|停战日|휴전 기념일',
  'Remembrance Day':
    'Dia da Memória|Herdenkingsdag|Den památky|Deň pamiatky|Az emlékezés napja|Ziua Comemorării|Ден на възпоминанието|Dan sjećanja|Dan spomina|Atminimo diena|Piemiņas diena|Mälestuspäev|Muistopäivä|Minnesdagen|Mindedagen|Minnedagen|Ημέρα Μνήμης|Anma Günü|יום הזיכרון|يوم الذكرى|روز یادبود|स्मरण दिवस|阵亡将士纪念日|현충일',
  'Revolution Day':
    'Dia da Revolução|Dag van de Revolutie|Den revoluce|Deň revolúcie|A forradalom napja|Ziua Revoluției|Ден на революцията|Dan revolucije|Dan revolucije|Revoliucijos diena|Revolūcijas diena|Revolutsioonipäev|Vallankumouksen päivä|Revolutionsdagen|Revolutionsdagen|Revolusjonsdagen|Ημέρα της Επανάστασης|Devrim Günü|יום המהפכה|يوم الثورة|روز انقلاب|क्रांति दिवस|革命纪念日|혁명 기념일',
  "Martyrs' Day":
    'Dia dos Mártires|Dag van de Martelaren|Den mučedníků|Deň mučeníkov|A mártírok napja|Ziua Martirilor|Ден на мъчениците|Dan mučenika|Dan mučencev|Kankinių diena|Mocekļu diena|Märtrite päev|Marttyyrien päivä|Martyrernas dag|Martyrernes dag|Martyrenes dag|Ημέρα των Μαρτύρων|Şehitler Günü|יום החללים|يوم الشهداء|روز شهیدان|शहीद दिवस|烈士纪念日|순국선열의 날',
  "Heroes' Day":
    'Dia dos Heróis|Heldendag|Den hrdinů|Deň hrdinov|A hősök napja|Ziua Eroilor|Ден на героите|Dan heroja|Dan herojev|Didvyrių diena|Varoņu diena|Kangelaste päev|Sankareiden päivä|Hjältarnas dag|Heltenes dag|Heltenes dag|Ημέρα των Ηρώων|Kahramanlar Günü|יום הגיבורים|يوم الأبطال|روز قهرمانان|वीर दिवस|英雄日|영웅의 날',
  'Flag Day':
    'Dia da Bandeira|Dag van de Vlag|Den vlajky|Deň vlajky|A zászló napja|Ziua Drapelului|Ден на знамето|Dan zastave|Dan zastave|Vėliavos diena|Karoga diena|Lipupäev|Lipun päivä|Flaggans dag|Flagdag|Flaggdag|Ημέρα της Σημαίας|Bayrak Günü|יום הדגל|يوم العلم|روز پرچم|ध्वज दिवस|国旗日|국기의 날',
  'Armed Forces Day':
    'Dia das Forças Armadas|Dag van de Strijdkrachten|Den ozbrojených sil|Deň ozbrojených síl|A fegyveres erők napja|Ziua Forțelor Armate|Ден на въоръжените сили|Dan oružanih snaga|Dan oboroženih sil|Ginkluotųjų pajėgų diena|Bruņoto spēku diena|Kaitseväe päev|Puolustusvoimien päivä|Försvarsmaktens dag|De væbnede styrkers dag|Forsvarets dag|Ημέρα των Ενόπλων Δυνάμεων|Silahlı Kuvvetler Günü|יום הכוחות המזוינים|يوم القوات المسلحة|روز نیروهای مسلح|सशस्त्र सेना दिवस|建军节|국군의 날',
  'Unity Day':
    'Dia da Unidade|Dag van de Eenheid|Den jednoty|Deň jednoty|Az egység napja|Ziua Unității|Ден на единството|Dan jedinstva|Dan enotnosti|Vienybės diena|Vienotības diena|Ühtsuspäev|Yhtenäisyyden päivä|Enhetsdagen|Enhedsdagen|Enhetsdagen|Ημέρα της Ενότητας|Birlik Günü|יום האחדות|يوم الوحدة|روز وحدت|एकता दिवस|统一日|통일의 날',
  'Statehood Day':
    'Dia do Estado|Dag van de Staat|Den státnosti|Deň štátnosti|Az államiság napja|Ziua Statalității|Ден на държавността|Dan državnosti|Dan državnosti|Valstybės diena|Valstiskuma diena|Riikluse päev|Valtiollisuuden päivä|Statens dag|Statsdagen|Statsdagen|Ημέρα της Κρατικής Υπόστασης|Devlet Günü|יום הריבונות|يوم قيام الدولة|روز دولت|राज्य दिवस|建国日|건국 기념일',
  'Emancipation Day':
    'Dia da Emancipação|Emancipatiedag|Den emancipace|Deň emancipácie|A felszabadítás napja|Ziua Emancipării|Ден на еманципацията|Dan emancipacije|Dan emancipacije|Emancipacijos diena|Emancipācijas diena|Orjusest vabanemise päev|Orjuuden lakkauttamisen päivä|Frigivningsdagen|Emancipationsdagen|Frigivelsesdagen|Ημέρα της Χειραφέτησης|Özgürlük Günü|יום האמנציפציה|يوم التحرر|روز رهایی|मुक्ति दिवस|奴隶解放日|노예 해방의 날',
  'Midsummer Day':
    'Dia do Solstício de Verão|Midzomerdag|Svátek letního slunovratu|Sviatok letného slnovratu|Nyárközép|Sânzienele|Еньовден|Ivanje|Kresni dan|Joninės|Jāņi|Jaanipäev|Juhannuspäivä|Midsommardagen|Midsommerdag|Midtsommerdagen|Μεσοκαλόκαιρο|Yaz Ortası Günü|חג אמצע הקיץ|عيد منتصف الصيف|جشن نیمهٔ تابستان|मध्यग्रीष्म दिवस|仲夏节|하지 축제',
  'Midsummer Eve':
    'Véspera do Solstício|Midzomeravond|Předvečer slunovratu|Predvečer slnovratu|Nyárközép előestéje|Ajunul de Sânziene|Навечерието на Еньовден|Ivanjska noć|Kresna noč|Joninių išvakarės|Līgo diena|Jaanilaupäev|Juhannusaatto|Midsommarafton|Sankthansaften|Sankthansaften|Παραμονή μεσοκαλόκαιρου|Yaz Ortası Arifesi|ערב אמצע הקיץ|ليلة منتصف الصيف|شب نیمهٔ تابستان|मध्यग्रीष्म पूर्व संध्या|仲夏夜|하지 전야',
  'Public Holiday':
    'Feriado|Feestdag|Státní svátek|Štátny sviatok|Munkaszüneti nap|Zi liberă|Почивен ден|Neradni dan|Dela prost dan|Nedarbo diena|Brīvdiena|Riigipüha|Vapaapäivä|Helgdag|Helligdag|Helligdag|Αργία|Resmî tatil|יום חופש|عطلة رسمية|تعطیل رسمی|सार्वजनिक अवकाश|公共假日|공휴일',
  'Martin Luther King Jr. Day':
    'Dia de Martin Luther King|Martin Luther Kingdag|Den Martina Luthera Kinga|Deň Martina Luthera Kinga|Martin Luther King-nap|Ziua lui Martin Luther King|Ден на Мартин Лутър Кинг|Dan Martina Luthera Kinga|Dan Martina Luthra Kinga|Martino Liuterio Kingo diena|Mārtina Lutera Kinga diena|Martin Luther Kingi päev|Martin Luther Kingin päivä|Martin Luther King-dagen|Martin Luther King-dagen|Martin Luther King-dagen|Ημέρα Μάρτιν Λούθερ Κινγκ|Martin Luther King Günü|יום מרטין לותר קינג|يوم مارتن لوثر كينغ|روز مارتین لوتر کینگ|मार्टिन लूथर किंग दिवस|马丁·路德·金日|마틴 루서 킹의 날',
  "Washington's Birthday":
    'Aniversário de Washington|Washingtons verjaardag|Washingtonovy narozeniny|Washingtonove narodeniny|Washington születésnapja|Ziua lui Washington|Рожден ден на Вашингтон|Washingtonov rođendan|Washingtonov rojstni dan|Vašingtono gimtadienis|Vašingtona dzimšanas diena|Washingtoni sünnipäev|Washingtonin syntymäpäivä|Washingtons födelsedag|Washingtons fødselsdag|Washingtons fødselsdag|Γενέθλια του Ουάσινγκτον|Washington’ın doğum günü|יום הולדתו של וושינגטון|ميلاد واشنطن|زادروز واشنگتن|वाशिंगटन का जन्मदिन|华盛顿诞辰|워싱턴 탄생일',
  Juneteenth:
    'Juneteenth|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Джунтийнт|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Juneteenth|Τζουντίνθ|Juneteenth|ג׳ונטינת׳|جونتينث|جون‌تینث|जूनटींथ|六月节|준틴스',
  'Columbus Day':
    'Dia de Colombo|Columbusdag|Kolumbův den|Kolumbov deň|Kolumbusz-nap|Ziua lui Columb|Ден на Колумб|Kolumbov dan|Kolumbov dan|Kolumbo diena|Kolumba diena|Kolumbuse päev|Kolumbuksen päivä|Columbusdagen|Columbusdag|Columbusdagen|Ημέρα του Κολόμβου|Kolomb Günü|יום קולומבוס|يوم كولومبوس|روز کلمب|कोलंबस दिवस|哥伦布日|콜럼버스의 날',
  'Veterans Day':
    'Dia dos Veteranos|Veteranendag|Den veteránů|Deň veteránov|Veteránok napja|Ziua Veteranilor|Ден на ветераните|Dan veterana|Dan veteranov|Veteranų diena|Veterānu diena|Veteranide päev|Veteraanien päivä|Veterandagen|Veterandagen|Veterandagen|Ημέρα των Βετεράνων|Gaziler Günü|יום הוותיקים|يوم المحاربين القدامى|روز کهنه‌سربازان|वेटरन्स डे|退伍军人节|재향 군인의 날',
  'Thanksgiving Day':
    'Dia de Ação de Graças|Thanksgiving|Den díkůvzdání|Deň vďakyvzdania|Hálaadás napja|Ziua Recunoștinței|Ден на благодарността|Dan zahvalnosti|Dan zahvalnosti|Padėkos diena|Pateicības diena|Tänupüha|Kiitospäivä|Tacksägelsedagen|Thanksgiving|Thanksgiving|Ημέρα των Ευχαριστιών|Şükran Günü|חג ההודיה|عيد الشكر|روز شکرگزاری|थैंक्सगिविंग|感恩节|추수 감사절',
  'Memorial Day':
    'Memorial Day|Memorial Day|Den obětí války|Deň obetí vojny|A hősi halottak napja|Ziua Memorială|Ден на загиналите|Dan palih|Dan spomina na padle|Žuvusiųjų atminimo diena|Kritušo piemiņas diena|Langenute mälestuspäev|Kaatuneiden muistopäivä|Memorial Day|Memorial Day|Memorial Day|Ημέρα Μνήμης Πεσόντων|Şehitleri Anma Günü|יום הזיכרון לחללים|يوم الشهداء والذكرى|روز یادبود کشته‌شدگان|स्मारक दिवस|阵亡将士纪念日|현충일',
  'Anzac Day':
    'Dia do ANZAC|Anzac-dag|Den Anzac|Deň Anzac|Anzac-nap|Ziua Anzac|Ден на АНЗАК|Dan Anzaca|Dan Anzac|Anzac diena|Anzac diena|Anzaci päev|Anzac-päivä|Anzacdagen|Anzacdagen|Anzacdagen|Ημέρα ANZAC|Anzak Günü|יום אנז״ק|يوم أنزاك|روز آنزاک|एंज़ैक दिवस|澳新军团日|앤잭 데이',
  'Australia Day':
    'Dia da Austrália|Australiëdag|Den Austrálie|Deň Austrálie|Ausztrália napja|Ziua Australiei|Ден на Австралия|Dan Australije|Dan Avstralije|Australijos diena|Austrālijas diena|Austraalia päev|Australian päivä|Australiens dag|Australiens dag|Australiadagen|Ημέρα της Αυστραλίας|Avustralya Günü|יום אוסטרליה|يوم أستراليا|روز استرالیا|ऑस्ट्रेलिया दिवस|澳大利亚日|오스트레일리아의 날',
  'Canada Day':
    'Dia do Canadá|Canadadag|Den Kanady|Deň Kanady|Kanada napja|Ziua Canadei|Ден на Канада|Dan Kanade|Dan Kanade|Kanados diena|Kanādas diena|Kanada päev|Kanadan päivä|Kanadas dag|Canadas dag|Canadadagen|Ημέρα του Καναδά|Kanada Günü|יום קנדה|يوم كندا|روز کانادا|कनाडा दिवस|加拿大国庆日|캐나다의 날',
  "King's Birthday":
    'Aniversário do Rei|Verjaardag van de koning|Královy narozeniny|Kráľove narodeniny|A király születésnapja|Ziua Regelui|Рожден ден на краля|Kraljev rođendan|Kraljev rojstni dan|Karaliaus gimtadienis|Karaļa dzimšanas diena|Kuninga sünnipäev|Kuninkaan syntymäpäivä|Kungens födelsedag|Kongens fødselsdag|Kongens fødselsdag|Γενέθλια του Βασιλιά|Kralın doğum günü|יום הולדתו של המלך|عيد ميلاد الملك|زادروز پادشاه|राजा का जन्मदिन|国王诞辰|국왕 탄생일',
  'Early May bank holiday':
    'Feriado de maio|Meifeestdag|Květnový svátek|Májový sviatok|Májusi munkaszüneti nap|Zi liberă de mai|Майски почивен ден|Svibanjski praznik|Majski praznik|Gegužės nedarbo diena|Maija brīvdiena|Maipüha|Toukokuun vapaapäivä|Helgdag i maj|Helligdag i maj|Fridag i mai|Αργία του Μαΐου|Mayıs tatili|חג מאי|عطلة مايو|تعطیل ماه مه|मई अवकाश|五月银行假日|5월 공휴일',
  'Spring bank holiday':
    'Feriado da primavera|Voorjaarsfeestdag|Jarní svátek|Jarný sviatok|Tavaszi munkaszüneti nap|Zi liberă de primăvară|Пролетен почивен ден|Proljetni praznik|Pomladni praznik|Pavasario nedarbo diena|Pavasara brīvdiena|Kevadpüha|Kevään vapaapäivä|Vårhelgdag|Forårshelligdag|Fridag om våren|Ανοιξιάτικη αργία|Bahar tatili|חג האביב|عطلة الربيع|تعطیل بهاره|वसंत अवकाश|春季银行假日|봄 공휴일',
  'Summer bank holiday':
    'Feriado de verão|Zomerfeestdag|Letní svátek|Letný sviatok|Nyári munkaszüneti nap|Zi liberă de vară|Летен почивен ден|Ljetni praznik|Poletni praznik|Vasaros nedarbo diena|Vasaras brīvdiena|Suvepüha|Kesän vapaapäivä|Sommarhelgdag|Sommerhelligdag|Fridag om sommeren|Καλοκαιρινή αργία|Yaz tatili|חג הקיץ|عطلة الصيف|تعطیل تابستانی|ग्रीष्म अवकाश|夏季银行假日|여름 공휴일',
  "St. Patrick's Day":
    'São Patrício|Saint Patrick’s Day|Svatého Patrika|Svätého Patrika|Szent Patrik napja|Sfântul Patrick|Свети Патрик|Sveti Patrik|Sveti Patrik|Šv. Patriko diena|Svētā Patrika diena|Püha Patricku päev|Pyhän Patrickin päivä|Saint Patrick’s Day|Sankt Patricks dag|St. Patricks dag|Αγίου Πατρικίου|Aziz Patrick Günü|יום פטריק הקדוש|عيد القديس باتريك|روز پاتریک قدیس|संत पैट्रिक दिवस|圣帕特里克节|성 패트릭의 날',
  'Bastille Day':
    'Queda da Bastilha|Quatorze juillet|Den dobytí Bastily|Deň dobytia Bastily|A Bastille bevételének napja|Ziua Bastiliei|Ден на Бастилията|Dan pada Bastille|Dan padca Bastilje|Bastilijos diena|Bastīlijas diena|Bastille’i päev|Bastiljin päivä|Bastiljdagen|Bastilledagen|Bastilledagen|Ημέρα της Βαστίλης|Bastille Günü|יום הבסטיליה|يوم الباستيل|روز باستیل|बास्तील दिवस|法国国庆日|바스티유의 날',
  'German Unity Day':
    'Dia da Unidade Alemã|Dag van de Duitse Eenheid|Den německé jednoty|Deň nemeckej jednoty|A német egység napja|Ziua Unității Germane|Ден на германското единство|Dan njemačkog jedinstva|Dan nemške enotnosti|Vokietijos vienybės diena|Vācijas vienotības diena|Saksa ühtsuse päev|Saksan yhtenäisyyden päivä|Tyska enhetsdagen|Tysk enhedsdag|Den tyske enhetsdagen|Ημέρα της Γερμανικής Ενότητας|Alman Birliği Günü|יום האחדות הגרמנית|يوم الوحدة الألمانية|روز وحدت آلمان|जर्मन एकता दिवस|德国统一日|독일 통일의 날',
  'National Day of Mourning':
    'Dia de Luto Nacional|Nationale rouwdag|Den národního smutku|Deň národného smútku|Nemzeti gyásznap|Zi de doliu național|Ден на национален траур|Dan nacionalne žalosti|Dan narodnega žalovanja|Tautos gedulo diena|Nacionālā sēru diena|Rahvuslik leinapäev|Kansallinen surupäivä|Nationella sorgedagen|National sørgedag|Nasjonal sørgedag|Ημέρα Εθνικού Πένθους|Ulusal Yas Günü|יום אבל לאומי|يوم الحداد الوطني|روز سوگواری ملی|राष्ट्रीय शोक दिवस|国殇日|국가 추도일',
  'Victory in Europe Day':
    'Dia da Vitória na Europa|Dag van de Overwinning 1945|Den vítězství v Evropě|Deň víťazstva v Európe|A győzelem napja Európában|Ziua Victoriei în Europa|Ден на победата в Европа|Dan pobjede u Europi|Dan zmage v Evropi|Pergalės Europoje diena|Uzvaras Eiropā diena|Euroopa võidupäev|Voitonpäivä Euroopassa|Segerdagen i Europa|Sejrsdagen i Europa|Seiersdagen i Europa|Ημέρα της Νίκης στην Ευρώπη|Avrupa’da Zafer Günü|יום הניצחון באירופה|يوم النصر في أوروبا|روز پیروزی در اروپا|यूरोप विजय दिवस|欧洲胜利日|유럽 전승 기념일',
  'Christmas Day (Julian calendar)':
    'Natal (calendário juliano)|Kerstmis (juliaanse kalender)|Vánoce (juliánský kalendář)|Vianoce (juliánsky kalendár)|Karácsony (Julián-naptár)|Crăciunul pe stil vechi|Рождество по стар стил|Božić (julijanski kalendar)|Božič (julijanski koledar)|Kalėdos (Julijaus kalendorius)|Ziemassvētki (Jūlija kalendārs)|Jõulud (Juliuse kalender)|Joulu (juliaaninen kalenteri)|Jul (julianska kalendern)|Jul (den julianske kalender)|Jul (julianske kalender)|Χριστούγεννα (ιουλιανό ημερολόγιο)|Noel (Jülyen takvimi)|חג המולד (הלוח היוליאני)|عيد الميلاد (التقويم اليولياني)|کریسمس (گاه‌شماری ژولینی)|क्रिसमस (जूलियन कैलेंडर)|圣诞节（儒略历）|성탄절 (율리우스력)',
  'Day of Unity of Ukraine':
    'Dia da Unidade da Ucrânia|Dag van de Eenheid van Oekraïne|Den jednoty Ukrajiny|Deň jednoty Ukrajiny|Ukrajna egységének napja|Ziua Unității Ucrainei|Ден на единството на Украйна|Dan jedinstva Ukrajine|Dan enotnosti Ukrajine|Ukrainos vienybės diena|Ukrainas vienotības diena|Ukraina ühtsuse päev|Ukrainan yhtenäisyyden päivä|Ukrainas enhetsdag|Ukraines enhedsdag|Ukrainas samlingsdag|Ημέρα Ενότητας της Ουκρανίας|Ukrayna Birlik Günü|יום האחדות של אוקראינה|يوم وحدة أوكرانيا|روز وحدت اوکراین|यूक्रेन एकता दिवस|乌克兰统一日|우크라이나 통일의 날',
  Easter:
    'Páscoa|Pasen|Velikonoce|Veľká noc|Húsvét|Paștele|Великден|Uskrs|Velika noč|Velykos|Lieldienas|Ülestõusmispüha|Pääsiäinen|Påsk|Påske|Påske|Πάσχα|Paskalya|חג הפסחא|عيد الفصح|عید پاک|ईस्टर|复活节|부활절',
  "International Workers' Day":
    'Dia Internacional do Trabalhador|Internationale Dag van de Arbeid|Mezinárodní den pracujících|Medzinárodný deň pracujúcich|A munkások nemzetközi napja|Ziua Internațională a Muncitorilor|Международен ден на трудещите се|Međunarodni praznik rada|Mednarodni praznik dela|Tarptautinė darbo diena|Starptautiskā strādnieku diena|Rahvusvaheline töörahva päev|Kansainvälinen työväen päivä|Internationella arbetardagen|Arbejdernes internationale kampdag|Arbeidernes internasjonale dag|Διεθνής Ημέρα των Εργατών|Uluslararası İşçi Günü|יום הפועלים הבינלאומי|يوم العمال العالمي|روز جهانی کارگر|अंतर्राष्ट्रीय श्रमिक दिवस|国际劳动节|국제 노동자의 날',
  'Day of Remembrance and Victory over Nazism':
    'Dia da Memória e da Vitória sobre o Nazismo|Dag van herdenking en overwinning op het nazisme|Den památky a vítězství nad nacismem|Deň pamiatky a víťazstva nad nacizmom|A nácizmus feletti győzelem emléknapja|Ziua memoriei și a victoriei asupra nazismului|Ден на паметта и победата над нацизма|Dan sjećanja i pobjede nad nacizmom|Dan spomina in zmage nad nacizmom|Atminimo ir pergalės prieš nacizmą diena|Piemiņas un uzvaras pār nacismu diena|Mälestuspäev ja natsismi üle võidu päev|Muiston ja natsismista saadun voiton päivä|Dagen för minnet och segern över nazismen|Mindedag for sejren over nazismen|Dagen for minnet og seieren over nazismen|Ημέρα Μνήμης και Νίκης κατά του ναζισμού|Nazizme karşı zafer ve anma günü|יום הזיכרון והניצחון על הנאציזם|يوم الذكرى والنصر على النازية|روز یادبود و پیروزی بر نازیسم|नाज़ीवाद पर विजय और स्मरण दिवस|战胜纳粹纪念日|나치즘 승전 기념일',
  'Constitution Day of Ukraine':
    'Dia da Constituição da Ucrânia|Dag van de Grondwet van Oekraïne|Den ústavy Ukrajiny|Deň ústavy Ukrajiny|Ukrajna alkotmányának napja|Ziua Constituției Ucrainei|Ден на Конституцията на Украйна|Dan Ustava Ukrajine|Dan ustave Ukrajine|Ukrainos Konstitucijos diena|Ukrainas Konstitūcijas diena|Ukraina põhiseaduse päev|Ukrainan perustuslain päivä|Ukrainas konstitutionsdag|Ukraines grundlovsdag|Ukrainas grunnlovsdag|Ημέρα του Συντάγματος της Ουκρανίας|Ukrayna Anayasa Günü|יום החוקה של אוקראינה|يوم دستور أوكرانيا|روز قانون اساسی اوکراین|यूक्रेन का संविधान दिवस|乌克兰宪法日|우크라이나 헌법의 날',
  'Ukrainian Statehood Day':
    'Dia do Estado Ucraniano|Dag van de Oekraïense Staat|Den ukrajinské státnosti|Deň ukrajinskej štátnosti|Az ukrán államiság napja|Ziua Statalității Ucrainei|Ден на украинската държавност|Dan ukrajinske državnosti|Dan ukrajinske državnosti|Ukrainos valstybingumo diena|Ukrainas valstiskuma diena|Ukraina riikluse päev|Ukrainan valtiollisuuden päivä|Ukrainas statsdag|Ukraines statsdag|Ukrainas statsdag|Ημέρα του Ουκρανικού Κράτους|Ukrayna Devlet Günü|יום הריבונות האוקראינית|يوم الدولة الأوكرانية|روز دولت اوکراین|यूक्रेनी राज्य दिवस|乌克兰建国日|우크라이나 국가의 날',
  'Day of the National Flag of Ukraine':
    'Dia da Bandeira da Ucrânia|Dag van de Oekraïense vlag|Den vlajky Ukrajiny|Deň vlajky Ukrajiny|Ukrajna zászlajának napja|Ziua Drapelului Ucrainei|Ден на знамето на Украйна|Dan zastave Ukrajine|Dan zastave Ukrajine|Ukrainos vėliavos diena|Ukrainas karoga diena|Ukraina lipu päev|Ukrainan lipun päivä|Ukrainska flaggans dag|Ukraines flagdag|Ukrainas flaggdag|Ημέρα της Ουκρανικής Σημαίας|Ukrayna Bayrak Günü|יום הדגל של אוקראינה|يوم علم أوكرانيا|روز پرچم اوکراین|यूक्रेन का ध्वज दिवस|乌克兰国旗日|우크라이나 국기의 날',
  'Independence Day of Ukraine':
    'Dia da Independência da Ucrânia|Onafhankelijkheidsdag van Oekraïne|Den nezávislosti Ukrajiny|Deň nezávislosti Ukrajiny|Ukrajna függetlenségének napja|Ziua Independenței Ucrainei|Ден на независимостта на Украйна|Dan neovisnosti Ukrajine|Dan neodvisnosti Ukrajine|Ukrainos nepriklausomybės diena|Ukrainas Neatkarības diena|Ukraina iseseisvuspäev|Ukrainan itsenäisyyspäivä|Ukrainas självständighetsdag|Ukraines uafhængighedsdag|Ukrainas uavhengighetsdag|Ημέρα Ανεξαρτησίας της Ουκρανίας|Ukrayna Bağımsızlık Günü|יום העצמאות של אוקראינה|عيد استقلال أوكرانيا|روز استقلال اوکراین|यूक्रेन का स्वतंत्रता दिवस|乌克兰独立日|우크라이나 독립 기념일',
  'Defenders of Ukraine Day':
    'Dia dos Defensores da Ucrânia|Dag van de Verdedigers van Oekraïne|Den obránců Ukrajiny|Deň obrancov Ukrajiny|Ukrajna védelmezőinek napja|Ziua Apărătorilor Ucrainei|Ден на защитниците на Украйна|Dan branitelja Ukrajine|Dan branilcev Ukrajine|Ukrainos gynėjų diena|Ukrainas aizstāvju diena|Ukraina kaitsjate päev|Ukrainan puolustajien päivä|Ukrainas försvarares dag|Ukraines forsvareres dag|Ukrainas forsvareres dag|Ημέρα των Υπερασπιστών της Ουκρανίας|Ukrayna Savunucuları Günü|יום מגיני אוקראינה|يوم المدافعين عن أوكرانيا|روز مدافعان اوکراین|यूक्रेन के रक्षकों का दिवस|乌克兰卫国者日|우크라이나 수호자의 날',
  'Day of Dignity and Freedom':
    'Dia da Dignidade e da Liberdade|Dag van Waardigheid en Vrijheid|Den důstojnosti a svobody|Deň dôstojnosti a slobody|A méltóság és szabadság napja|Ziua Demnității și Libertății|Ден на достойнството и свободата|Dan dostojanstva i slobode|Dan dostojanstva in svobode|Orumo ir laisvės diena|Cieņas un brīvības diena|Väärikuse ja vabaduse päev|Arvokkuuden ja vapauden päivä|Värdighetens och frihetens dag|Værdighedens og frihedens dag|Verdighetens og frihetens dag|Ημέρα Αξιοπρέπειας και Ελευθερίας|Onur ve Özgürlük Günü|יום הכבוד והחירות|يوم الكرامة والحرية|روز کرامت و آزادی|गरिमा और स्वतंत्रता दिवस|尊严与自由日|존엄과 자유의 날',
};

/** English names that mean a row above. */
export const SAME_HOLIDAY: Readonly<Record<string, string>> = {
  'May Day': 'Labour Day',
  "Workers' Day": 'Labour Day',
  'Shrove Monday': 'Carnival Monday',
  'Carnival Tuesday': 'Shrove Tuesday',
  Pesach: 'Passover (Pesach)',
  'Rosh Hashanah (Yom Teruah)': 'Rosh Hashanah',
  'Day of Atonement (Yom Kippur)': 'Yom Kippur',
  'National Holiday': 'National Day',
  'Fiesta Nacional de España': 'National Day',
  'Día de la Constitución Española': 'Constitution Day',
  'Liberation from Nazi-Fascism (1945)': 'Liberation Day',
  'National Heroes Day': "Heroes' Day",
  "National Heroes' Day": "Heroes' Day",
  'Army Day': 'Armed Forces Day',
  Thanksgiving: 'Thanksgiving Day',
  'St. Patrick’s Day': "St. Patrick's Day",
  'St Patrick’s Day': "St. Patrick's Day",
  "International Children's Day": "Children's Day",
};
