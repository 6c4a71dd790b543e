// Desk calls on the wording of bulletin and papers.
import type { PaperTemplate } from '@/lib/model/paper-template';
import { byName } from '@/lib/text/order';
import { DeskError } from '../desk-error';
import { type Handlers, notFound } from '../work';

export const paperTemplateHandlers: Handlers<
  'listPaperTemplates' | 'putPaperTemplate' | 'removePaperTemplate'
> = {
  listPaperTemplates: {
    mode: 'read',
    async run({ tables }) {
      return (await tables.paperTemplates.all()).sort((a, b) => byName(a.name, b.name));
    },
  },
  putPaperTemplate: {
    mode: 'write',
    async run(work, { id, ...content }) {
      const templates = await work.tables.paperTemplates.all();
      if (id !== undefined && !templates.some((template) => template.id === id)) throw notFound('文书模板');
      if (templates.some(({ name, id: other }) => name === content.name && other !== id)) {
        throw new DeskError('conflict', `已有名为“${content.name}”的文书模板，请换一个名称后再保存。`);
      }
      const template: PaperTemplate = { ...content, id: id ?? work.newId(), at: work.at };
      await work.tables.paperTemplates.put(template);
      work.changed({ what: 'paper-templates' });
      return template;
    },
  },
  removePaperTemplate: {
    mode: 'write',
    async run(work, { id }) {
      if (!(await work.tables.paperTemplates.get(id))) throw notFound('文书模板');
      await work.tables.paperTemplates.delete(id);
      work.changed({ what: 'paper-templates' });
      return {};
    },
  },
};
