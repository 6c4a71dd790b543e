// The entries that one frame offers (search, barrier-free, elder mode, IPv6, login) and its forms that take personal data.
import { z } from 'zod';

export const EntryKind = z.enum(['search', 'accessible', 'elder', 'ipv6', 'login']);
export type EntryKind = z.infer<typeof EntryKind>;

/** One sign of an entry. */
export const EntryTrace = z.object({
  entry: EntryKind,
  /** What it is: 'field' = a search box, 'icon' = something that opens one, 'link', 'control' = reacts to clicks, 'text'. */
  form: z.enum(['field', 'icon', 'link', 'control', 'text', 'image']),
  /** What it says, at most 60 characters; '' = nothing. */
  text: z.string(),
  /** Absolute http(s) address; '' = none. */
  address: z.string(),
  visible: z.boolean(),
  selector: z.string(),
});
export type EntryTrace = z.infer<typeof EntryTrace>;

/** A search form whose answer can be asked for by its address alone. */
export const SearchForm = z.object({
  /** Absolute http(s) address that the form is sent to. */
  action: z.string(),
  method: z.enum(['get', 'post']),
  /** Name of the field for the words. */
  field: z.string(),
  /** Hidden and preset fields. */
  others: z.array(z.object({ name: z.string(), value: z.string() })),
  /** Encoding that the form is sent in, lower case. */
  encoding: z.string(),
  selector: z.string(),
});
export type SearchForm = z.infer<typeof SearchForm>;

/** A form or a loose group of fields that asks for a password or for personal data. */
export const PersonalForm = z.object({
  asks: z.enum(['password', 'personal']),
  /** Labels or names of the telling fields, at most five. */
  fields: z.array(z.string()),
  /** Absolute address that it is sent to; '' = by script or unknown. */
  action: z.string(),
  visible: z.boolean(),
  selector: z.string(),
});
export type PersonalForm = z.infer<typeof PersonalForm>;

export const EntryFacts = z.object({
  /** Name by which the site calls itself: SiteName tag, else the first piece of the title. */
  siteName: z.string(),
  traces: z.array(EntryTrace),
  searchForms: z.array(SearchForm),
  personalForms: z.array(PersonalForm),
});
export type EntryFacts = z.infer<typeof EntryFacts>;
