export type Mail = {
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Same id for the same message on every try, so that a receiver may drop a repetition. */
  messageId: string;
  /** Where its reader leaves this kind of letters by one press (RFC 8058). */
  oneClickUrl?: string | null;
};

export interface Mailer {
  /**
   * @throws DomainError "mail.unavailable" when the server cannot be reached or refuses for now, "mail.refused" when
   * this mail or its receiver is refused for good: repeating it is pointless
   */
  send(mail: Mail): Promise<void>;
}
