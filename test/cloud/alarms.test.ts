import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { synthesizedStack } from './synthesized-stack.ts';

const events = {
  webhooks: [{ name: 'Crm', url: 'https://crm.example.com/calls', secret: 'crm-token' }],
};
const testCall = { task: 'test', Id: 1 };
const template = synthesizedStack({ alarmEmail: 'calls@example.com', events, testCall });
const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
  ({ Properties }) => Properties,
);
const runbook = readFileSync(path.join(__dirname, '../../lib/cloud/runbook.md'), 'utf8');

const impactOf = ({ AlarmName }: (typeof alarms)[number]) => String(AlarmName).split(': ')[1];

/** As GitHub makes an anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

test('every alarm has its article, and every article its alarm', () => {
  const articles = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
  expect(articles.sort()).toEqual(alarms.map(impactOf).sort());
});

test.each(alarms.map((it) => [impactOf(it), it] as const))(
  '“%s” leads to its article',
  (impact = '', { AlarmDescription }) => {
    expect(AlarmDescription).toBe(
      `${impact}. What to do: lib/cloud/runbook.md#${anchorOf(impact)}`,
    );
  },
);

test('every article says what is seen, what it means and what to do, with a command or a page', () => {
  for (const article of runbook.split(/^## /m).slice(1)) {
    expect(article).toMatch(/\*\*Symptom\.\*\*.*\*\*What it means\.\*\*.*\*\*What to do\.\*\*/s);
    expect(article).toMatch(/`[^`]+`|https:/);
  }
});

test('links within the runbook lead somewhere', () => {
  const anchors = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
  for (const [, anchor] of runbook.matchAll(/\]\(#([^)]+)\)/g)) expect(anchors).toContain(anchor);
});

test('people are told when it begins and when it is over', () => {
  for (const { AlarmActions, OKActions } of alarms) {
    expect(AlarmActions).toHaveLength(1);
    expect(OKActions).toEqual(AlarmActions);
  }
  template.hasResourceProperties('AWS::SNS::Subscription', {
    Protocol: 'email',
    Endpoint: 'calls@example.com',
  });
});

test('CloudWatch may publish, and nobody without TLS', () => {
  template.hasResourceProperties('AWS::SNS::TopicPolicy', {
    PolicyDocument: {
      Statement: Match.arrayWith([
        Match.objectLike({
          Effect: 'Deny',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        }),
        Match.objectLike({
          Effect: 'Allow',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Action: 'sns:Publish',
        }),
      ]),
    },
  });
});

test('silence is bad news of the sweeps, and of nothing else', () => {
  const alarming = alarms.filter(({ TreatMissingData }) => TreatMissingData !== 'notBreaching');
  expect(alarming.map(impactOf)).toEqual([
    'Nobody looks for lost calls',
    'The test call did not ring',
  ]);
});

/** Each of the metrics that an alarm looks at is paid for. */
test('alarms are few', () => {
  const paid = alarms.flatMap(({ Metrics = [{ MetricStat: true }] }) =>
    Metrics.filter((it: { MetricStat?: unknown }) => it.MetricStat),
  );
  expect(alarms.length).toBeLessThanOrEqual(20);
  expect(paid.length).toBeLessThanOrEqual(22);
});

test('a stage may go without', () => {
  synthesizedStack({ monitoring: 'none' }).resourceCountIs('AWS::CloudWatch::Alarm', 0);
  const stack = synthesizedStack({ monitoring: 'alarms', events, testCall });
  stack.resourceCountIs('AWS::CloudWatch::Dashboard', 0);
  stack.resourceCountIs('AWS::CloudWatch::Alarm', alarms.length);
});

test('an alarm leads to a page that opens, where the stage says where it is', () => {
  const elsewhere = synthesizedStack({
    runbookUrl: 'https://wiki.example.com/runbook',
    events,
  });
  for (const { Properties } of Object.values(elsewhere.findResources('AWS::CloudWatch::Alarm'))) {
    expect(Properties.AlarmDescription).toContain('https://wiki.example.com/runbook#');
  }
});

test('a budget tells what the account costs', () => {
  const stack = synthesizedStack({ alarmEmail: 'calls@example.com', monthlyBudget: '50' });
  stack.hasResourceProperties('AWS::Budgets::Budget', {
    Budget: { BudgetLimit: { Amount: 50, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
  });
});
