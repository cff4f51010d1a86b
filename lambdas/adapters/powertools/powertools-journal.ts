import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Gauge, Journal, Metric, Timing } from '../../ports/records/journal.ts';
import { describeFailure } from './describe-failure.ts';
import { requestIdPart } from './request-id.ts';

type Ids = Parameters<Journal['note']>[1];

const namespace = 'CallbackCenter';

/** Structured log lines, and metrics that CloudWatch reads from the log (EMF). */
export class PowertoolsJournal implements Journal {
  readonly #serviceName: string;
  readonly #metrics: Metrics;
  #lines: Logger | undefined;

  /** @param serviceName the deployment, and the only dimension: every further one multiplies the bill */
  constructor(serviceName: string) {
    this.#serviceName = serviceName;
    this.#metrics = new Metrics({ namespace, serviceName });
  }

  /** Made for the first line: most webhooks write none, and a phone waits for them to start. */
  get #logger(): Logger {
    this.#lines ??= new Logger({ serviceName: this.#serviceName });
    return this.#lines;
  }

  /** One value, however many times: a document holds a hundred values of a metric. */
  count(metric: Metric, times = 1): void {
    if (times > 0) this.#metrics.addMetric(metric, MetricUnit.Count, times);
  }

  /** CloudWatch has no percentiles of a metric with negative values. */
  time(metric: Timing, milliseconds: number): void {
    this.#metrics.addMetric(metric, MetricUnit.Milliseconds, Math.max(0, milliseconds));
  }

  /** None is not told: CloudWatch bills a metric for the hours in which it is. */
  gauge(metric: Gauge, value: number): void {
    if (value > 0) this.#metrics.addMetric(metric, MetricUnit.Count, value);
  }

  note(event: string, ids: Ids): void {
    this.#logger.info(event, { ids, ...requestIdPart() });
  }

  /**
   * An invocation, or a part of one, that did not come to its end. Counted, because a webhook that
   * failed is answered all the same and Lambda's own count of errors does not see it.
   */
  failed(error: unknown, ids: Ids): void {
    this.#metrics.addMetric('Failed', MetricUnit.Count, 1);
    this.#logger.error('failed', { ids, failure: describeFailure(error), ...requestIdPart() });
  }

  /** Writes the metrics of an invocation; without it they are lost. */
  flush(): void {
    if (this.#metrics.hasStoredMetrics()) this.#metrics.publishStoredMetrics();
  }
}
