/**
 * Passwords of ten characters and more that stand near the top of every list of leaked ones, letters in lower case.
 * Shorter ones are refused by length, repeated patterns and runs by rule.
 */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  `password10 password11 password12 password123 password1234 password12345 password123456
  password01 password2024 password2025 password2026 password2027 passwordpassword passw0rd123
  p4ssw0rd123 mypassword mypassword1 newpassword thepassword yourpassword changeme123
  changemenow letmein123 letmeinnow welcome123 welcome1234 welcome12345 welcome2024 welcome2025
  welcome2026 qwerty1234 qwerty12345 qwerty123456 qwerty1234567 qwertyuiop qwertyuiop1
  qwertyuiop123 qwertyuiopasdf qwertyqwerty qwerty2024 qwerty2025 asdfghjkl1 asdfghjkl123
  asdfghjklqwertyuiop asdfasdfasdf asdfqwerty asdf123456 zxcvbnm123 zxcvbnmasd 1q2w3e4r5t
  1q2w3e4r5t6y 1qaz2wsx3edc 1qazxsw23edc q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv qazwsx1234
  qazwsx123456 zaq12wsxcde3 1234qwerasdf 1234qwerty 123qweasdzxc 123456qwerty 12345qwert
  12345qwerty qwe123qwe123 qweasdzxc1 qweasdzxc123 a123456789 a1234567890 aa12345678 aa123456789
  aaa1234567 abc123456789 abc1234567 abcd123456 abcd12345678 abcdef123456 abcdefg123 abcdefgh12
  q123456789 z123456789 w123456789 s123456789 123456789a 123456789q 123456789abc 1234567890a
  1234567890q 123456789z 0123456789 01234567890 1029384756 1357924680 2468013579 1123581321
  1212312121 1223334444 1231231234 1233211234 1234512345 1234554321 1234567899 1234567891
  12345678910 123456789123 1234567654321 9876543210 987654321a 7894561230 7418529630 1472583690
  147258369a 159753456852 3141592653 3141592654 5201314520 11223344556677 1122334455
  112233445566 iloveyou12 iloveyou123 iloveyou1234 iloveyou143 iloveyouforever iloveyousomuch
  loveyou123 ilovemyself ilovejesus ilovemymom ilovemykids ilovemyfamily iloveme123 forever123
  sunshine12 sunshine123 princess12 princess123 princess1234 football12 football123 football1234
  baseball12 baseball123 basketball basketball1 basketball23 basketball123 volleyball softball12
  liverpool1 liverpool123 manchester manchester1 manchesterunited chelsea123 barcelona1
  barcelona123 realmadrid realmadrid1 juventus123 superman12 superman123 batman1234 spiderman1
  spiderman12 spiderman123 pokemon123 pikachu123 starwars12 starwars123 harrypotter harrypotter1
  dragonball dragonballz dragon1234 monkey1234 shadow1234 master1234 michael123 michelle123
  charlie123 jordan1234 jennifer123 jessica123 daniel1234 thomas1234 robert1234 andrew1234
  matthew123 nicholas123 alexander1 alexander123 alexandra1 alexandra123 anthony123 samantha123
  elizabeth1 elizabeth123 christopher christopher1 christian1 christian123 stephanie1
  stephanie123 katherine1 victoria123 valentina1 valentina123 vladimir123 svetlana123 anastasia1
  anastasia123 natalia123 ekaterina123 alexandr123 aleksandra tinkerbell tinkerbell1 butterfly1
  butterfly12 butterfly123 strawberry strawberry1 chocolate1 chocolate12 chocolate123 cheesecake
  watermelon blackberry blueberry1 blueberry123 pineapple1 pineapple123 cinderella sweetheart
  sweetheart1 california california1 newyorkcity newyork123 washington australia1 australia123
  ukraine123 ukraine2022 ukraine2024 slavaukraini slavaukraine ukraina123 kyiv123456
  password_123 adminadmin admin12345 admin123456 admin1234567 administrator administrator1
  root123456 rootroot12 toor123456 guest12345 guestguest test123456 test1234567 testtest12
  testtest123 testing123 testing1234 demo123456 user123456 username123 default123 secret1234
  secret123456 topsecret1 computer12 computer123 internet12 internet123 google1234 facebook12
  facebook123 instagram1 instagram123 whatsapp123 youtube123 microsoft1 microsoft123 windows123
  samsung123 samsung1234 iphone1234 playstation playstation1 playstation3 nintendo123 minecraft1
  minecraft123 fortnite123 counterstrike callofduty callofduty1 leagueoflegends worldofwarcraft
  letmeinplease letmein1234 trustno1234 whatever12 whatever123 nothing123 something1
  something123 everything everything1 correcthorsebatterystaple abcdefghij abcdefghijk
  abcdefghijkl motherfucker motherfucker1 fuckyou123 fuckyou1234 fuckyouall asshole123
  bismillah1 bismillah123 allahuakbar alhamdulillah jesuschrist jesus12345 jesusislord
  godisgood1 godisgreat blessed123 christmas1 christmas123 halloween1 summer2024 summer2025
  summer2026 winter2024 winter2025 winter2026 spring2025 spring2026 autumn2025 january123
  september1 september123 october123 november11 december25 birthday12 birthday123 calendar12
  calendar123 twelvefold1 twelvefold12 twelvefold123 photocalendar mycalendar photos1234
  йцукенгшщз йцукенгшщзх йцукен1234 йцукен12345 йцукен123456 пароль1234 пароль12345 пароль123456
  парольпароль украина123 україна123 україна2024 славаукраїні любовь1234`.split(/\s+/),
);
