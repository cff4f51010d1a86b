import { gauges, metrics, timings } from '../../lambdas/ports/records/journal.ts';
import { alarmMetrics, dashboardWidgets, type ShownMetric } from '../support/dashboard-metrics.ts';
import { synthesizedStack } from './synthesized-stack.ts';

const template = synthesizedStack();
const widgets = dashboardWidgets(template);
const shown = widgets.flatMap((it) => it.metrics);
const alarming = alarmMetrics(template);

const ownNames = (all: ShownMetric[]) =>
  all.filter(({ namespace }) => namespace === 'CallbackCenter').map(({ name }) => name);

/** What these services tell, by their user guides. */
const known: Record<string, { dimensions: string[]; names: string[] }> = {
  CallbackCenter: { dimensions: ['service'], names: [...metrics, ...timings, ...gauges, 'Failed'] },
  'AWS/Lambda': {
    dimensions: ['FunctionName'],
    names: [
      'ConcurrentExecutions',
      'Duration',
      'Errors',
      'Invocations',
      'IteratorAge',
      'Throttles',
    ],
  },
  'AWS/SQS': {
    dimensions: ['QueueName'],
    names: ['ApproximateAgeOfOldestMessage', 'ApproximateNumberOfMessagesVisible'],
  },
  'AWS/Scheduler': {
    dimensions: ['ScheduleGroup'],
    names: ['InvocationDroppedCount', 'TargetErrorCount'],
  },
  'AWS/ApiGateway': {
    dimensions: ['ApiId'],
    names: ['4xx', '5xx', 'Count', 'IntegrationError', 'Latency'],
  },
  'AWS/DynamoDB': {
    dimensions: ['TableName', 'GlobalSecondaryIndexName'],
    names: [
      'ConsumedReadCapacityUnits',
      'ConsumedWriteCapacityUnits',
      'ReadThrottleEvents',
      'WriteThrottleEvents',
    ],
  },
};

test('nothing is looked at that nobody tells', () => {
  for (const { namespace, name, dimensions } of [...shown, ...alarming]) {
    expect(Object.keys(known)).toContain(namespace);
    expect(known[namespace]?.names).toContain(name);
    for (const dimension of Object.keys(dimensions))
      expect(known[namespace]?.dimensions).toContain(dimension);
  }
});

test('nothing is told, and paid for, that nobody looks at', () => {
  const own = ownNames([...shown, ...alarming]);
  expect(new Set(own)).toEqual(new Set(known.CallbackCenter?.names));
});

/** Each costs $0.30 a month while it is told. */
test('own metrics are few', () => {
  expect(known.CallbackCenter?.names.length).toBeLessThanOrEqual(49);
});

test('what the functions tell is what is looked at: the deployment’s own', () => {
  const services = [...shown, ...alarming].flatMap(({ dimensions }) => dimensions.service ?? []);
  const told = Object.values(template.findResources('AWS::Lambda::Function'))
    .map(({ Properties }) => Properties.Environment?.Variables?.SERVICE_NAME)
    .filter((it) => it !== undefined);
  expect(new Set(services)).toEqual(new Set(['CallbackCenter']));
  expect(new Set(told)).toEqual(new Set(['CallbackCenter']));
});

test('questions are answered from top to bottom, each with how to read it', () => {
  const texts = widgets.flatMap(({ markdown }) => markdown ?? []);
  expect(texts.map((it) => it.split('\n')[0])).toEqual([
    '# Where to look',
    '# Are promises kept?',
    '# Are calls getting through?',
    '# Are operators well used?',
    '# Is the machine healthy?',
    '# What does it cost?',
  ]);
  for (const text of texts) expect(text.length).toBeGreaterThan(150);
});

test('every function, table and queue of dead letters is shown', () => {
  const all = (type: string) => Object.keys(template.findResources(type));
  const seen = (dimension: string) =>
    new Set(shown.flatMap(({ dimensions }) => dimensions[dimension]?.split('.')[0] ?? []));
  const functions = Object.entries(template.findResources('AWS::Lambda::Function'))
    .filter(([, { Properties }]) => Properties.Environment?.Variables?.SERVICE_NAME)
    .map(([id]) => id);
  expect(seen('FunctionName')).toEqual(new Set(functions));
  expect(seen('TableName')).toEqual(new Set(all('AWS::DynamoDB::GlobalTable')));
  expect(seen('QueueName')).toEqual(new Set(all('AWS::SQS::Queue')));
});

test('what nobody counted is shown as none, not as a line across the night', () => {
  const counts = shown.filter(({ namespace }) => namespace === 'CallbackCenter');
  expect(counts.length).toBeGreaterThan(20);
  expect(JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'))).toContain(
    'FILL(m0, 0)',
  );
});

test('no axis has two units, and the cost is by the hour as all that is beside it', () => {
  const text = JSON.stringify(template.findResources('AWS::CloudWatch::Dashboard'));
  expect(text).not.toContain('ms, s');
  expect(text).not.toContain('86400');
});
