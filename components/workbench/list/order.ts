// In what order a long table stands.

export interface Order<Key extends string> {
  key: Key;
  descending: boolean;
}
