/** A value of a form-encoded body after its brackets are taken apart. */
export type FormValue = string | FormValue[] | { [key: string]: FormValue };
export type FormObject = { [key: string]: FormValue };

const DEPTH_MAX = 8;
const FIELDS_MAX = 2000;

/**
 * Reads "line_items[0][price_data][currency]=eur" into nested objects and lists, as Stripe does.
 * @throws FormError when the text is not such a form
 */
export function parseForm(text: string): FormObject {
  const root: Node = new Map();
  let fields = 0;
  for (const [name, value] of new URLSearchParams(text)) {
    fields += 1;
    if (fields > FIELDS_MAX) throw new FormError('Too many parameters');
    insert(root, pathOf(name), value, name);
  }
  return toObject(root);
}

export class FormError extends Error {}

// A Map, so that a key such as "__proto__" is only a key.
type Node = Map<string, Node | string>;

function pathOf(name: string): string[] {
  const match = /^([^[\]]+)((?:\[[^[\]]*\])*)$/.exec(name);
  if (!match) throw new FormError(`Invalid parameter name: ${name}`);
  const inner = [...(match[2] ?? '').matchAll(/\[([^[\]]*)\]/g)].map((part) => part[1] ?? '');
  if (inner.length > DEPTH_MAX) throw new FormError(`Parameter nested too deep: ${name}`);
  return [match[1] ?? '', ...inner];
}

function insert(root: Node, path: string[], value: string, name: string): void {
  let node = root;
  path.forEach((part, index) => {
    // "expand[]=a&expand[]=b" counts up by itself.
    const key = part === '' ? String(node.size) : part;
    if (index === path.length - 1) {
      node.set(key, value);
      return;
    }
    const child = node.get(key) ?? new Map();
    if (typeof child === 'string') throw new FormError(`Invalid parameter: ${name}`);
    node.set(key, child);
    node = child;
  });
}

function toObject(node: Node): FormObject {
  return Object.fromEntries([...node].map(([key, value]) => [key, toValue(value)]));
}

function toValue(value: Node | string): FormValue {
  if (typeof value === 'string') return value;
  const keys = [...value.keys()];
  if (keys.length > 0 && keys.every((key) => /^\d+$/.test(key))) {
    return [...value].sort(([a], [b]) => Number(a) - Number(b)).map(([, entry]) => toValue(entry));
  }
  return toObject(value);
}
