import type { Attempt } from '../../domain/attempt/attempt.ts';
import type { Form, Surface } from '../../domain/form/form.ts';
import { startRun } from '../../domain/script/run/run-script.ts';
import type { StoredScript } from '../../domain/script/script.ts';
import type { Scripts } from '../../ports/people/scripts.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Forms } from '../../ports/records/forms.ts';

export type FormPorts = Pick<Ports, 'directory' | 'clock'> & { forms: Forms; scripts: Scripts };

export interface OpenForm {
  form: Form;
  /** The version that the form was opened with. */
  script: StoredScript;
}

/**
 * Opens the attempt's form with the newest version of its task's script, or finds the one that was
 * opened before, on whichever surface. Undefined when the task has no script.
 */
export async function openForm(
  ports: FormPorts,
  { attempt, surface }: { attempt: Attempt; surface: Surface },
): Promise<OpenForm | undefined> {
  return (await findForm(ports, attempt)) ?? openNew(ports, attempt, surface);
}

export async function findForm(
  { forms, scripts }: Pick<FormPorts, 'forms' | 'scripts'>,
  { id }: Pick<Attempt, 'id'>,
): Promise<OpenForm | undefined> {
  const form = await forms.get(id);
  return form && { form, script: await scriptOf(scripts, form) };
}

async function openNew(
  ports: FormPorts,
  { id, row }: Attempt,
  surface: Surface,
): Promise<OpenForm | undefined> {
  const { directory, scripts, forms, clock } = ports;
  const task = await directory.task(row.task);
  const script = task?.script === undefined ? undefined : await scripts.get(task.script);
  if (script === undefined) return undefined;
  const form = await forms.open({
    attempt: id,
    script: { id: script.id, version: script.version },
    surface,
    run: startRun(script),
    revision: 0,
    openedAt: clock.now(),
  });
  return { form, script: await scriptOf(scripts, form, script) };
}

/** Versions are never taken away. */
async function scriptOf(
  scripts: Scripts,
  { script: { id, version } }: Form,
  known?: StoredScript,
): Promise<StoredScript> {
  if (known?.version === version && known.id === id) return known;
  const script = await scripts.get(id, version);
  if (script === undefined) throw new Error(`version ${version} of script ${id} is not there`);
  return script;
}
