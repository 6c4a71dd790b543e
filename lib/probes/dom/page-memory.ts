// What observations of one document that run side by side share: made once, forgotten as soon as the page changes.

interface Memory {
  users: number;
  observer: MutationObserver;
  values: Map<string, { value: unknown; at: number }>;
}

const memories = new WeakMap<Document, Memory>();

/**
 * Keeps a memory of the document until the returned function is called; several may do so at once. `attributes`: those
 * whose change makes it forget, besides elements that come and go. Changes inside shadow roots are not noticed.
 */
export function openMemory(document: Document, attributes: string[]): () => void {
  const memory = memories.get(document) ?? createMemory(document, attributes);
  memory.users++;
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    memory.users--;
    if (memory.users > 0) return;
    memory.observer.disconnect();
    memories.delete(document);
  };
}

/** What was made under this name, or what `make` makes now. Without an open memory it is made anew each time. */
export function remembered<T>(
  document: Document,
  name: string,
  make: () => T,
  longestMs = Number.POSITIVE_INFINITY,
): T {
  const memory = memories.get(document);
  if (!memory) return make();
  const known = memory.values.get(name);
  // Asked for every element of a page: the clock costs more than the rest.
  if (known && (longestMs === Number.POSITIVE_INFINITY || performance.now() - known.at <= longestMs))
    return known.value as T;
  const value = make();
  memory.values.set(name, { value, at: performance.now() });
  return value;
}

function createMemory(document: Document, attributes: string[]): Memory {
  const values: Memory['values'] = new Map();
  // Told before any later task of ours: page scripts run in tasks of their own.
  const observer = new MutationObserver(() => values.clear());
  observer.observe(document, { subtree: true, childList: true, attributeFilter: attributes });
  const memory = { users: 0, observer, values };
  memories.set(document, memory);
  return memory;
}
