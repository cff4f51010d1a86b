import type { IWidget } from 'aws-cdk-lib/aws-cloudwatch';
import type { IConstruct } from 'constructs';
import { type OwnMetricName, ownMetric } from '../own-metrics.ts';
import { type Graph, row, section } from './widgets.ts';

/** Are calls getting through? */
export function callsSection(scope: IConstruct): IWidget[][] {
  return [
    section(
      'Are calls getting through?',
      "What became of every call, by cause. **Unreachable** customers in numbers mean that Twilio or the operator's country does not let calls through, not that people are away. What ended **before the customer** was dialled is tried again by itself and uses none of the customer's attempts. **Twilio's refusals**: too many requests or calls at once are limits of the account; a refused number is an operator's that cannot be called; a stopped task needs a person.",
    ),
    row(
      counts(scope, 'Customers: what became of the call', {
        CustomerReached: 'reached',
        CustomerBusy: 'busy',
        CustomerSilent: 'no answer or voicemail',
        CustomerUnreachable: 'unreachable',
        NoSuchNumber: 'no such number',
        CustomerAbandoned: 'operator hung up first',
        CustomerLegMissing: 'never dialled by Twilio',
      }),
      counts(scope, 'Ended before the customer', {
        OperatorNotReached: 'operator not reached',
        OperatorUnreachable: "operator's line failed",
        OperatorDeferred: 'operator said not now',
        AttemptWithdrawn: 'order changed meanwhile',
        NeverSent: 'never sent',
        CallerGone: 'caller hung up',
      }),
    ),
    row(
      counts(scope, "Twilio's refusals", {
        TooManyRequests: 'too many requests',
        TooManyCalls: 'too many calls at once',
        NumberRefused: "operator's number",
        TaskStopped: 'task stopped',
        SubmissionUnknown: 'no clear answer',
      }),
      counts(scope, 'Calls of people to us', {
        CustomerCalledIn: 'customer called in',
        CallbackOrdered: 'customer ordered a callback',
        StrangerAttached: 'unknown caller',
        StrangerRefused: 'one too many',
        PinRefused: 'wrong PIN',
      }),
    ),
  ];
}

function counts(
  scope: IConstruct,
  title: string,
  labels: Partial<Record<OwnMetricName, string>>,
): Graph {
  const metrics = Object.entries(labels).map(([name, label]) =>
    ownMetric(scope, name as OwnMetricName).with({ label }),
  );
  return { title, metrics, stacked: true };
}
