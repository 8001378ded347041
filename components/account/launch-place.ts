/** The origin of Telegram's web client, the only one that may frame the Mini App. */
const TELEGRAM_WEB = 'https://web.telegram.org';

/** What tells where a Mini App runs; a browser's `window` fits. */
type LaunchWindow = {
  parent: unknown;
  TelegramWebviewProxy?: unknown;
  external?: unknown;
};

/**
 * Where the Mini App's page was opened. Telegram's own windows put one of two bridges into the page before it runs
 * (core.telegram.org/api/bots/webapps#event-apis); no site can put one into a browser's tab. In a frame no cookie of ours
 * is kept, because browsers count it as another site's.
 */
export function launchPlaceOf(window: LaunchWindow): 'app' | 'frame' | 'tab' {
  if (window.parent !== window) return 'frame';
  const { external } = window;
  const hasNotify = typeof external === 'object' && external !== null && 'notify' in external;
  return window.TelegramWebviewProxy !== undefined || hasNotify ? 'app' : 'tab';
}

/** Asks the web client around this frame to open an address in a tab ("web_app_open_link"). Nobody else hears it. */
export function openBesideFrame(url: string): void {
  const message = { eventType: 'web_app_open_link', eventData: { url } };
  window.parent.postMessage(JSON.stringify(message), TELEGRAM_WEB);
}
