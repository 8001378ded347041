const MINUTE_MS = 60 * 1000;

/** How long a code works and how many times it may be tried. */
export const CODE_LIFE_MS = 15 * MINUTE_MS;
export const CODE_TRIES = 5;
/** How long a sign-up can be finished or its code asked for again, and how many mails it may send. */
export const SIGN_UP_LIFE_MS = 60 * MINUTE_MS;
export const SIGN_UP_MAILS = 4;
/** How long a reset link works. */
export const RESET_LIFE_MS = 30 * MINUTE_MS;
