export interface SmsSender {
  /**
   * Sends one text message. The same id again sends nothing more.
   * @param message.to "+380671234567"
   * @returns the provider's id
   * @throws DomainError "sms.unavailable" when it may work later, "sms.refused" when this number or text is refused for good
   */
  send(message: { id: string; to: string; text: string }): Promise<{ externalId: string }>;
}
