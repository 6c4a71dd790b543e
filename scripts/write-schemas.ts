// Writes the published JSON Schemas in docs/ anew from the zod schemas: node --import tsx scripts/write-schemas.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectionSchemaText } from '../lib/export/inspection-schema';

const file = join(import.meta.dirname, '../docs/inspection.schema.json');
writeFileSync(file, inspectionSchemaText());
console.log(`已写入 ${file}`);
