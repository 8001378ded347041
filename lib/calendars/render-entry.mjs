// Starts the render process on Node's own TypeScript support, a quarter of a second faster than through a loader: a
// third of what a calendar of ready pictures takes. The hook resolves imports as the rest of the project writes them.
import { registerHooks } from 'node:module';

const root = new URL('../../', import.meta.url);

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier.startsWith('@/')) {
      return nextResolve(new URL(`${specifier.slice(2)}.ts`, root).href, context);
    }
    const isOurs = !context.parentURL?.includes('/node_modules/');
    const isBare = isOurs && specifier.startsWith('.') && !/\.[a-z]+$/.test(specifier);
    return nextResolve(isBare ? `${specifier}.ts` : specifier, context);
  },
});

await import('./render-process.ts');
