import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Button } from '../../../parts/button.tsx';
import { reportWords } from '../report-words.ts';

export interface ChartPanelProps {
  title: string;
  note: string;
  /** What the colours mean, where there are several. */
  legend?: readonly { name: string; label: string }[];
  chart: ComponentChildren;
  /** The same in rows and columns. */
  table: ComponentChildren;
  /** The same as a file. */
  save: ComponentChildren;
}

/** A chart that can be read as a table too. */
export function ChartPanel({ title, note, legend = [], chart, table, save }: ChartPanelProps) {
  const words = reportWords();
  const [isTable, setTable] = useState(false);
  return (
    <section class="panel chart-panel">
      <header>
        <div>
          <h3>{title}</h3>
          <p class="soft small">{note}</p>
        </div>
        <div class="panel-tools">
          <Button size="small" pressed={isTable} onClick={() => setTable(!isTable)}>
            {words.asTable}
          </Button>
          {save}
        </div>
      </header>
      {isTable ? (
        table
      ) : (
        <div class="chart">
          {chart}
          {legend.length > 0 && (
            <ul class="legend">
              {legend.map(({ name, label }) => (
                <li key={name} data-part={name}>
                  {label}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
