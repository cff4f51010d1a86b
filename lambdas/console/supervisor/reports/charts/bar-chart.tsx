import { useId, useRef } from 'preact/hooks';
import { numberText } from '../../../words/dictionary.ts';
import { ticksUpTo } from './axis.ts';
import { useWidth } from './use-width.ts';

export interface Bar {
  /** Below the bar; may be left out where bars are many. */
  label: string;
  /** What is said of it when it is pointed at. */
  title: string;
  /** Its parts from below, each in the colour of its name. */
  parts: readonly { name: string; value: number }[];
}

export interface BarChartProps {
  title: string;
  /** The chart in a sentence, for those who do not see it. */
  description: string;
  bars: readonly Bar[];
}

/** In pixels. */
const size = { height: 240, left: 50, bottom: 26, top: 10 };
const plotHeight = size.height - size.bottom - size.top;
/** Of a bar's place. */
const barShare = 0.72;
const widestBar = 56;
/** What a label needs, so that none runs into the next. */
const labelWidth = 66;

/** Bars of stacked counts; what they say stands in a table too. */
export function BarChart({ title, description, bars }: BarChartProps) {
  const id = useId();
  const svg = useRef<SVGSVGElement>(null);
  const width = useWidth(svg);
  const highest = Math.max(...bars.map(totalOf), 0);
  const ticks = ticksUpTo(highest);
  const top = ticks.at(-1) ?? 1;
  const place = (width - size.left) / Math.max(bars.length, 1);
  const labelEvery = Math.ceil(labelWidth / place);
  return (
    <svg
      ref={svg}
      class="bar-chart"
      viewBox={`0 0 ${width} ${size.height}`}
      height={size.height}
      role="img"
      aria-labelledby={`${id}-title ${id}-text`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-text`}>{description}</desc>
      {ticks.map((value) => (
        <GridLine key={value} value={value} top={top} width={width} />
      ))}
      {bars.map((bar, at) => (
        <BarShape
          key={`${bar.label} ${bar.title}`}
          bar={bar}
          place={{ x: size.left + place * at, width: place }}
          top={top}
          isLabelled={at % labelEvery === 0}
        />
      ))}
    </svg>
  );
}

function totalOf({ parts }: Bar): number {
  return parts.reduce((sum, it) => sum + it.value, 0);
}

function heightOf(value: number, top: number): number {
  return (value / top) * plotHeight;
}

function GridLine({ value, top, width }: { value: number; top: number; width: number }) {
  const y = size.top + plotHeight - heightOf(value, top);
  return (
    <g class="grid-line">
      <line x1={size.left} x2={width} y1={y} y2={y} />
      <text x={size.left - 8} y={y + 4} text-anchor="end">
        {numberText(value)}
      </text>
    </g>
  );
}

interface BarShapeProps {
  bar: Bar;
  /** What the chart gives each bar, and where this one's begins. */
  place: { x: number; width: number };
  top: number;
  isLabelled: boolean;
}

function BarShape({ bar, place, top, isLabelled }: BarShapeProps) {
  const width = Math.min(place.width * barShare, widestBar);
  const middle = place.x + place.width / 2;
  return (
    <g class="bar">
      <title>{bar.title}</title>
      <rect class="bar-place" x={place.x} y={size.top} width={place.width} height={plotHeight} />
      {stacked(bar, top).map(({ name, y, height }) => (
        <rect
          key={name}
          data-part={name}
          x={middle - width / 2}
          y={y}
          width={width}
          height={height}
        />
      ))}
      {isLabelled && (
        <text x={middle} y={size.height - 8} text-anchor="middle">
          {bar.label}
        </text>
      )}
    </g>
  );
}

function stacked({ parts }: Bar, top: number): { name: string; y: number; height: number }[] {
  let y = size.top + plotHeight;
  return parts.map(({ name, value }) => {
    const height = heightOf(value, top);
    y -= height;
    return { name, y, height };
  });
}
