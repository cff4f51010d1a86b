import { replayRun } from '../../../lambdas/domain/script/run/replay-run.ts';
import { answerStep, startRun, stepBack } from '../../../lambdas/domain/script/run/run-script.ts';
import type { Run } from '../../../lambdas/domain/script/script.ts';
import { monday, runIn, sampleFile, scriptOf } from './sample-scripts.ts';

const script = scriptOf(sampleFile);
const sent = (...forms: object[]) =>
  forms.reduce<Run>(
    (run, form) => runIn(answerStep({ script, run }, { ...form }, monday)),
    startRun(script),
  );

test.each<[string, Run]>([
  ['begun', startRun(script)],
  ['under way', sent({ result: 'call-again', minutes: 30 })],
  ['sent round', sent({ result: 'call-again' }, { result: 'settled' })],
  ['done', sent({ result: 'call-again', minutes: 30 }, { agreed: true })],
  ['gone back', stepBack({ script, run: sent({ result: 'call-again', minutes: 30 }) })],
])('a run that is honest is the same once it was replayed: %s', (_, run) => {
  expect(replayRun(script, run, monday)).toEqual({ run });
});

test('answers are read again', () => {
  const forged: Run = { visits: [{ step: 'talk', answers: { result: 'rich' }, left: true }] };
  expect(replayRun(script, forged, monday)).toEqual({
    step: 'talk',
    problems: { result: { code: 'not-a-choice', got: 'rich' } },
  });
});

test('what is required is asked for, also where a telephone is said to have asked', () => {
  const forged: Run = { visits: [{ step: 'talk', answers: {}, asked: [], left: true }] };
  expect(replayRun(script, forged, monday)).toEqual({
    step: 'talk',
    problems: { result: { code: 'required' } },
  });
});

test.each(['confirm', 'unknown'])('a step beside the path is refused: %s', (step) => {
  const forged: Run = { visits: [{ step, answers: { agreed: true }, left: true }] };
  expect(replayRun(script, forged, monday)).toEqual({
    step,
    problems: { agreed: { code: 'not-asked' } },
  });
});

test('an end that the answers do not lead to is not believed', () => {
  const [visit] = sent({ result: 'call-again', minutes: 30 }).visits;
  const forged: Run = { visits: visit === undefined ? [] : [visit] };
  const replayed = runIn(replayRun(script, forged, monday));
  expect(replayed.visits.at(-1)).toEqual({ step: 'confirm', answers: {} });
});
