/** Somebody at Telegram. In a private chat the chat has the same id. */
export type TelegramPerson = {
  /** Telegram's numeric id, as text. */
  id: string;
  name: string;
  /** Without "@"; null for who has none. */
  username: string | null;
  /** IETF tag of their app: "uk", "pt-br"; null where it does not tell. */
  language: string | null;
};

/** One update of the bot, as far as we act on it. */
export type BotUpdate =
  | { kind: 'message'; updateId: string; from: TelegramPerson; text: string }
  | { kind: 'button'; updateId: string; from: TelegramPerson; queryId: string; data: string }
  | { kind: 'membership'; updateId: string; from: TelegramPerson; mayWrite: boolean }
  | {
      kind: 'pre_checkout';
      updateId: string;
      from: TelegramPerson;
      queryId: string;
      payload: string;
      currency: string;
      amount: number;
    }
  /** `chargeOf` is what a refund names: ProviderPayment.externalPaymentId. */
  | { kind: 'paid'; updateId: string; payload: string; chargeOf: string }
  | { kind: 'refunded'; updateId: string; payload: string; chargeOf: string }
  | { kind: 'other'; updateId: string };

export type BotButton =
  | { text: string; url: string }
  /** At most 64 bytes come back when it is pressed. */
  | { text: string; data: string }
  /** Opens an address of ours inside Telegram. */
  | { text: string; app: string };

/** The bot: what it may say and hear. */
export interface TelegramBot {
  /** Without "@". */
  readonly name: string;
  /**
   * Plain text, never markup; one button a line.
   * @throws DomainError "telegram.refused" with reason "blocked" when they stopped the bot, "telegram.unavailable"
   */
  sendMessage(message: {
    chatId: string;
    text: string;
    buttons?: readonly BotButton[];
  }): Promise<{ messageId: string }>;
  /** Ends the spinner on a pressed button. */
  answerButton(queryId: string): Promise<void>;
  /** Telegram waits ten seconds for it. @param refusal what the payer reads; null lets them pay */
  answerPreCheckout(queryId: string, refusal: string | null): Promise<void>;
  /** Tells Telegram where we listen and which commands its menu shows. Repeating it changes nothing. */
  announce(parts: {
    webhookUrl: string;
    /** By language; "" is everybody else's. */
    commands: Readonly<Record<string, readonly { command: string; description: string }[]>>;
  }): Promise<void>;
  /** An address that opens the chat and sends "/start <token>". */
  startLink(token: string): string;
  /** Checks the secret of the header first. @throws DomainError "webhook.bad_signature" */
  readUpdate(rawBody: string, secretHeader: string | null): BotUpdate;
  /**
   * Who opened our page inside Telegram, from its signed launch data.
   * @returns hash names this launch, to be used once
   * @throws DomainError "link.failed" when it is not Telegram's, for another bot, or older than an hour
   */
  readLaunch(initData: string, now: Date): { person: TelegramPerson; hash: string };
}
