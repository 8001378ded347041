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
<section class="sheet"><h2>Payments</h2><p>Stripe Checkout: sessions, the pay page, refunds and signed webhooks.</p><p class="soft break">Webhooks go to ${services.webhookUrl ?? 'nobody'}.</p></section>
<section class="sheet"><h2>Picture models</h2><p><a href="/fal">Everything fal was asked for</a></p><p class="soft">Training, pictures, enlargements and edits, painted on this computer. For tests: <a href="/fal.json">/fal.json</a></p></section>
<section class="sheet"><h2>Mail</h2><p><a href="/mail">Everything the app has sent</a></p><p class="soft break">Listens on ${services.smtpUrl}. For tests: <a href="/mail.json">/mail.json?to=</a></p></section>
<section class="sheet"><h2>Faults</h2><p><a href="/faults">Make the services fail</a>: errors, silence, late, double, lost and forged webhooks.</p></section>
</div>`;
  return pageReply(200, 'Services', body);
}
