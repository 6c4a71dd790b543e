// The published form of the inspection contract: JSON Schema made from the zod schema, never written by hand.
import { z } from 'zod';
import { Inspection } from '../model/inspection';

/** The text of docs/inspection.schema.json (JSON Schema 2020-12). */
export function inspectionSchemaText(): string {
  // The input form: readers must accept fields that a later version adds.
  return `${JSON.stringify(z.toJSONSchema(Inspection, { io: 'input' }), null, 2)}\n`;
}
