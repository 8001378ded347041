import { createTransport, type Transporter } from 'nodemailer';
import { assert } from '@/lib/core/assert';
import { DomainError } from '@/lib/core/errors';
import type { Mail, Mailer } from '@/lib/providers/ports/mailer';

// Together below the minute after which the queue gives the job to another worker.
const CONNECTION_TIMEOUT_MS = 10_000;
const GREETING_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 20_000;
const DNS_TIMEOUT_MS = 5_000;

/** RFC 5321 4.5.3.1: 256 octets with the angle brackets. */
const ADDRESS_LENGTH_MAX = 254;
// One address and nothing else: no list, no display name, no quoting, no control characters.
const ADDRESS = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;
const MESSAGE_ID = /^<[A-Za-z0-9._-]+@[A-Za-z0-9.-]+>$/;

export type SmtpSettings = {
  /** smtp://user:password@host:587, or smtps:// for TLS from the first byte. */
  url: string;
  /** "Name <address>" of every mail. */
  from: string;
};

/** Sends by any SMTP server. Refuses to send in clear text to another machine. */
export class SmtpMailer implements Mailer {
  private readonly transport: Transporter;
  private readonly from: string;

  constructor(settings: SmtpSettings) {
    this.from = settings.from;
    const { hostname } = new URL(settings.url);
    const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
    this.transport = createTransport({
      url: settings.url,
      requireTLS: !isLocal,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      greetingTimeout: GREETING_TIMEOUT_MS,
      socketTimeout: IDLE_TIMEOUT_MS,
      dnsTimeout: DNS_TIMEOUT_MS,
      // Content is ours alone: a path or an address in it is never opened.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }

  async send(mail: Mail): Promise<void> {
    assert(MESSAGE_ID.test(mail.messageId), 'a message id is "<id@host>"');
    if (mail.to.length > ADDRESS_LENGTH_MAX || !ADDRESS.test(mail.to)) {
      throw new DomainError('mail.refused', {}, { cause: new Error('not one plain address') });
    }
    try {
      await this.transport.sendMail({
        from: this.from,
        to: { name: '', address: mail.to },
        subject: mail.subject.replace(/\p{Cc}+/gu, ' '),
        text: mail.text,
        html: mail.html,
        messageId: mail.messageId,
        headers: {
          'Auto-Submitted': 'auto-generated',
          ...(mail.oneClickUrl ? oneClick(mail.oneClickUrl) : {}),
        },
      });
    } catch (error) {
      throw new DomainError(
        isFinal(error) ? 'mail.refused' : 'mail.unavailable',
        {},
        { cause: error },
      );
    }
  }
}

/** RFC 8058: mail programs show a button that leaves the list without opening a page. */
function oneClick(url: string): Record<string, string> {
  return { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' };
}

/** A 5xx about the receiver or the message stays a 5xx; one about our sign-in or greeting is ours to mend. */
function isFinal(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code, responseCode } = error as Error & { code?: string; responseCode?: number };
  return (code === 'EENVELOPE' || code === 'EMESSAGE') && (responseCode ?? 0) >= 500;
}
