import 'server-only';

/** The `Host` that the client wrote: its name and port, as in `192.168.1.20:3000`. */
export function hostOf(request: Request): string {
  return request.headers.get('host') ?? new URL(request.url).host;
}

/**
 * Did the request leave the browser by https? A proxy that ends TLS says so in X-Forwarded-Proto (Next sets it from the
 * socket where there is none). A client that lies about it only gets a cookie that its browser will not send back.
 */
export function isHttps(request: Request): boolean {
  const forwarded = request.headers.get('x-forwarded-proto')?.split(',')[0]?.trim();
  return (forwarded ?? new URL(request.url).protocol.replace(':', '')) === 'https';
}
