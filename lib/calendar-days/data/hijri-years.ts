/** The day that the first year of the table begins on. */
export const HIJRI_FIRST_DAY = '1899-05-11';
export const HIJRI_FIRST_YEAR = 1317;

/**
 * Years of the Umm al-Qura calendar from HIJRI_FIRST_YEAR to 1525, twelve a line. Three hexadecimal digits each: twelve
 * bits, Muharram's first, whether a month has 30 days.
 *
 * Source: ICU 78.2 (islamic-umalqura, read through Intl for each day of 1899 to 2102). The calendar is published up to
 * 1500 (November 2077); later years are ICU's projection.
 */
export const HIJRI_YEARS = [
  'b54 b6a 5ad 4ae a4f 517 68b 6a5 ad5 2d6 95b 49d',
  'a4d d26 d95 5ac 9b6 2ba a5b 52b a95 6ca ae9 2f4',
  '976 2b6 956 aca ba4 bd2 5d9 2dc 96d 54d aa5 b52',
  'ba5 5b4 9b6 557 297 54b 6a3 752 b65 56a aab 52b',
  'c95 d4a da5 5ca ad6 957 4ab 94b aa5 b52 b6a 575',
  '276 8b7 45b 555 5a9 5b4 9da 4dd 26e 936 aaa d54',
  'db2 5d5 2da 95b 4ab a55 b49 b64 b71 5b4 ab5 a55',
  'd25 e92 ec9 6d4 ae9 96b 4ab a93 d49 da4 db2 ab9',
  '4ba a5b 52b a95 b2a b55 55c 4bd 23d 91d a95 b4a',
  'b5a 56d 2b6 93b 49b 655 6a9 754 b6a 56c aad 555',
  'b29 b92 ba9 5d4 ada 55a aab 595 749 764 baa 5b5',
  '2b6 a56 e4d b25 b52 b6a 5ad 2ae 92f 497 64b 6a5',
  '6ac ad6 55d 49d a4d d16 d95 5aa 5b5 2da 95b 4ad',
  '595 6ca 6e4 aea 4f5 2b6 956 aaa b54 bd2 5d9 2ea',
  '96d 4ad a95 b4a ba5 5b2 9b5 4d6 a97 547 693 749',
  'b55 56a a6b 52b a8b d46 da3 5ca ad6 4db 26b 94b',
  'aa5 b52 b69 575 176 8b7 25b 52b 565 5b4 9da 4ed',
  '16d 8b6 aa6 d52 da9',
]
  .join(' ')
  .split(' ')
  .map((year) => Number.parseInt(year, 16));
