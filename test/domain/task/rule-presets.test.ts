import {
  presetNames,
  presetsReadOn,
  rulePresets,
} from '../../../lambdas/domain/task/rule-presets.ts';
import { taskSchema } from '../../../lambdas/domain/task/task.ts';
import { sampleTask } from '../../support/sample-task.ts';

const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

test.each(presetNames)('%s is a task’s settings, with a source and a date', (name) => {
  const { rules, source } = rulePresets[name];
  const task = taskSchema.parse({ ...sampleTask(), ...rules });
  expect(task).toMatchObject(rules);
  expect(source.length).toBeGreaterThan(10);
  expect(presetsReadOn).toMatch(/^\d{4}-\d\d-\d\d$/);
});

test.each(presetNames)('%s leaves a customer’s own wish no less than its own hours', (name) => {
  const { callingHours, legalHours } = rulePresets[name].rules;
  if (legalHours === null) return;
  for (const [day, windows] of Object.entries(callingHours)) {
    const legal = legalHours[day as keyof typeof legalHours] ?? [];
    for (const [from, until] of windows ?? []) {
      const isInside = legal.some(
        ([first, last]) => minutes(first) <= minutes(from) && minutes(until) <= minutes(last),
      );
      expect([day, from, until, isInside]).toEqual([day, from, until, true]);
    }
  }
});
