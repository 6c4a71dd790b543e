// The desk's calls on the wording of bulletin and papers.
import { z } from 'zod';
import { PaperTemplate } from '@/lib/model/paper-template';
import { Id } from '@/lib/model/primitives';
import { method, None } from '../method';

export const paperTemplateCalls = {
  /** The office's own templates, by name; the one that comes with the extension is not among them. */
  listPaperTemplates: method(None, z.array(PaperTemplate)),
  /** Stores a template: a new one without id, else in place of the one with this id. Names are unique. */
  putPaperTemplate: method(
    PaperTemplate.omit({ id: true, at: true }).extend({ id: Id.optional() }),
    PaperTemplate,
  ),
  removePaperTemplate: method(z.object({ id: Id }), None),
} as const;
