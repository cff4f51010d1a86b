import { Logger } from '@aws-lambda-powertools/logger';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Journal, Metric, Timing } from '../../ports/journal.ts';
import { describeFailure } from './describe-failure.ts';

type Ids = Parameters<Journal['note']>[1];

const serviceName = 'callback-center';
const namespace = 'CallbackCenter';

/** Structured log lines, and metrics that CloudWatch reads from the log (EMF). */
export class PowertoolsJournal implements Journal {
  readonly #logger = new Logger({ serviceName });
  readonly #metrics = new Metrics({ namespace, serviceName });

  count(metric: Metric): void {
    this.#metrics.addMetric(metric, MetricUnit.Count, 1);
  }

  time(metric: Timing, milliseconds: number): void {
    this.#metrics.addMetric(metric, MetricUnit.Milliseconds, milliseconds);
  }

  note(event: string, ids: Ids): void {
    this.#logger.info(event, { ids });
  }

  /**
   * An invocation, or a part of one, that did not come to its end. Counted, because a webhook that
   * failed is answered all the same and Lambda's own count of errors does not see it.
   */
  failed(error: unknown, ids: Ids): void {
    this.#metrics.addMetric('Failed', MetricUnit.Count, 1);
    this.#logger.error('failed', { ids, failure: describeFailure(error) });
  }

  /** Writes the metrics of an invocation; without it they are lost. */
  flush(): void {
    if (this.#metrics.hasStoredMetrics()) this.#metrics.publishStoredMetrics();
  }
}
