import {
  GraphWidget,
  type IMetric,
  type IWidget,
  MathExpression,
  Metric,
  TextWidget,
} from 'aws-cdk-lib/aws-cloudwatch';

const wholeWidth = 24;

/** What a part of the dashboard answers, and how it is read. */
export function section(question: string, ...sentences: string[]): IWidget[] {
  const markdown = [`# ${question}`, ...sentences].join('\n\n');
  return [new TextWidget({ markdown, width: wholeWidth, height: 3 + sentences.length - 1 })];
}

export interface Graph {
  title: string;
  metrics: IMetric[];
  /** Stacked: the parts of a whole. */
  stacked?: boolean;
  /** What the axis counts. */
  unit?: string;
  /** The highest value that makes sense, such as 100 for a share. */
  most?: number;
  /** Lines across, such as where it is too late. */
  limit?: { value: number; label: string };
}

/** Widgets beside each other, equally wide. */
export function row(...graphs: Graph[]): IWidget[] {
  const width = Math.floor(wholeWidth / graphs.length);
  return graphs.map((graph) => widget(graph, width));
}

function widget({ title, metrics, stacked, unit, most, limit }: Graph, width: number): IWidget {
  return new GraphWidget({
    title,
    left: metrics.map(withZeros),
    width,
    height: 6,
    stacked: stacked ?? false,
    leftYAxis: {
      min: 0,
      showUnits: false,
      ...(most !== undefined && { max: most }),
      ...(unit !== undefined && { label: unit }),
    },
    ...(limit && { leftAnnotations: [limit] }),
  });
}

/** Nobody writes down that nothing happened: a count that is not there is none. */
function withZeros(metric: IMetric, n: number): IMetric {
  if (!(metric instanceof Metric) || metric.statistic !== 'Sum') return metric;
  const { period, label } = metric;
  const expression = `FILL(m${n}, 0)`;
  const usingMetrics = { [`m${n}`]: metric };
  return new MathExpression({ expression, usingMetrics, period, ...(label && { label }) });
}
