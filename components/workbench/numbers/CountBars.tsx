// Counts as bars, each with its number beside it; the table next to it says the same in words.
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import classes from './numbers.module.css';

const ROW = 28;

/** Left out of the accessibility tree: its table holds everything. `rows` from top to bottom. */
export function CountBars({ rows }: { rows: { name: string; count: number }[] }) {
  const data = rows.map(({ name, count }, index) => ({ id: index, name: shortened(name), count }));
  return (
    <div className={classes.chart} aria-hidden>
      <ResponsiveContainer width="100%" height={data.length * ROW + 12} minWidth={200}>
        <BarChart
          data={data}
          layout="vertical"
          accessibilityLayer={false}
          margin={{ top: 4, right: 44, bottom: 4, left: 0 }}
        >
          <XAxis type="number" hide allowDecimals={false} domain={[0, 'dataMax']} />
          <YAxis
            type="category"
            dataKey="name"
            width={124}
            interval={0}
            tickLine={false}
            axisLine={{ stroke: 'var(--chart-axis)' }}
            tick={{ fill: 'var(--chart-text)', fontSize: 12 }}
          />
          <Bar dataKey="count" fill="var(--chart-first)" isAnimationActive={false} maxBarSize={18}>
            <LabelList dataKey="count" position="right" fill="var(--chart-text)" fontSize={12} />
          </Bar>
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Axis names have room for eight characters; the table shows them whole. */
function shortened(name: string): string {
  const letters = [...name];
  return letters.length > 9 ? `${letters.slice(0, 8).join('')}…` : name;
}
