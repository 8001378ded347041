import { pageReply, type Reply } from './exchange';
import { html } from './page';

export function indexReply(services: {
  appUrl: string;
  smtpUrl: string;
  webhookUrl: string | null;
}): Reply {
  const body = html`<h1>Sandbox</h1>
<p>Stand-ins for the outside services of <a href="${services.appUrl}">Twelvefold</a>. The app talks to them exactly as to the real ones.</p>
<div class="two">
<section class="sheet"><h2>Payments</h2><p>Stripe Checkout: sessions, the pay page, refunds and signed webhooks.</p><p><a href="/monobank">Monobank: all its invoices</a>, pay page, refunds and signed webhooks.</p><p class="soft break">Stripe's webhooks go to ${services.webhookUrl ?? 'nobody'}, Monobank's where each invoice says.</p></section>
<section class="sheet"><h2>Picture models</h2><p><a href="/fal">Everything fal was asked for</a></p><p class="soft">Training, pictures, enlargements and edits, painted on this computer. For tests: <a href="/fal.json">/fal.json</a></p></section>
<section class="sheet"><h2>Print house</h2><p><a href="/prodigi">Everything Prodigi was asked to print</a></p><p class="soft">Orders move on by themselves, or by its buttons. For tests: <a href="/prodigi.json">/prodigi.json</a></p></section>
<section class="sheet"><h2>Parcels</h2><p><a href="/nova-poshta">Every waybill of Nova Poshta</a></p><p class="soft">Cities, branches, lockers, waybills with labels and tracking. Parcels move on by themselves, or by hand.</p></section>
<section class="sheet"><h2>Telegram</h2><p><a href="/telegram">Chats with the bot</a></p><p class="soft">Commands, invoices in Telegram Stars, the Mini App; and the sign-in pages of Telegram and Google.</p></section>
<section class="sheet"><h2>Mail</h2><p><a href="/mail">Everything the app has sent</a></p><p class="soft break">Listens on ${services.smtpUrl}. For tests: <a href="/mail.json">/mail.json?to=</a></p></section>
<section class="sheet"><h2>Text messages</h2><p><a href="/sms">Everything the app has sent</a></p><p class="soft">TurboSMS. For tests: <a href="/sms.json">/sms.json?to=</a></p></section>
<section class="sheet"><h2>Faults</h2><p><a href="/faults">Make the services fail</a>: errors, silence, late, double, lost and forged webhooks.</p></section>
</div>`;
  return pageReply(200, 'Services', body);
}
