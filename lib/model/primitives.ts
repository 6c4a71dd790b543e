// The small value types that every record is built from.
import { z } from 'zod';

/** Points in hundredths (1 point = 100), so that sums never meet floating-point error. */
export const Points = z.int();
/** An instant in UTC, ISO 8601 with `Z`. */
export const Instant = z.iso.datetime();
/** A calendar day in Asia/Shanghai, `YYYY-MM-DD`. */
export const Day = z.iso.date();
/** Identifier made by the injected id source; opaque. */
export const Id = z.string().min(1).max(200);
/** A box in CSS pixels. Relative to the page (document) unless a field says otherwise. */
export const Rect = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Rect = z.infer<typeof Rect>;
/** Viewport in CSS pixels and its device pixel ratio. */
export const Viewport = z.object({ width: z.number(), height: z.number(), ratio: z.number() });
export type Viewport = z.infer<typeof Viewport>;
/** Something that was not looked at, and why; printed on the sheet. `what` and `why` are plain Chinese. */
export const Skip = z.object({ what: z.string(), why: z.string() });
export type Skip = z.infer<typeof Skip>;

/** Kinds of subject that an indicator set can apply to. */
export const SubjectKind = z.enum(['website', 'new-media']);
export type SubjectKind = z.infer<typeof SubjectKind>;
