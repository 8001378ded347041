import { type NextRequest, NextResponse } from 'next/server';
import { env } from '@/lib/core/env';

/**
 * The one page that another site may show inside its own: the Mini App's entry, inside Telegram's web client. Framed, it
 * offers one button that leaves the frame and shows nothing of anybody. Browsers heed this before X-Frame-Options.
 */
const FRAMED_PAGE = '/telegram';
const FRAME_OF_MINI_APPS = 'https://web.telegram.org';

/**
 * Gives every page a content security policy with a nonce of its own. Not a place for access rules: those stand at
 * each edge, where no spelling of an address can walk around them.
 */
export function proxy(request: NextRequest): NextResponse {
  // No page has one in its address, and no database takes it in what is searched for.
  if (/%00/.test(request.url)) return new NextResponse(null, { status: 400 });
  const nonce = Buffer.from(crypto.randomUUID()).toString('base64');
  // The development server compiles in the browser's presence and needs eval for its source maps.
  const evaluation = env().NODE_ENV === 'development' ? " 'unsafe-eval'" : '';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${evaluation}`,
    // Positions in the editor and in drawn pages are style attributes, which a nonce cannot cover.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' blob: data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${request.nextUrl.pathname === FRAMED_PAGE ? FRAME_OF_MINI_APPS : "'none'"}`,
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = {
  matcher: [{ source: '/((?!api/|_next/static|_next/image|showcase/|favicon.ico).*)' }],
};
