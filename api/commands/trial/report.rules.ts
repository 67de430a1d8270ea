import type { Text } from '../../shared/locale.ts';
import { period } from './round.rules.ts';
import type { Figures, Tally } from './run.ts';

export const refusalLine = (line: number, { en, zhHans }: Text): string =>
  `Line ${line} refused: ${en} · 第 ${line} 行未录入：${zhHans}`;

export const progressLine = (soFar: Tally): string => {
  const { read, graded, seconds } = soFar;
  return `${read} rows read, ${graded} graded in ${seconds.toFixed(0)} s · 已读 ${read} 行，已评 ${graded} 家`;
};

/** What a trial has come to, one figure a line, in both languages. */
export function report(figures: Figures, peakMegabytes: number, location: string): string {
  const { read, refused, graded, present, seconds, tiers } = figures;
  const inForce = tiers.reduce((sum, { outlets }) => sum + outlets, 0);
  const lines: [string, string, string | number][] = [
    ['Rows read', '读取行数', read],
    ['Refused', '未录入', refused],
    ['Graded', '本次评级', graded],
    ['There already', '原已在册', present],
    [`In force, ${period}`, '现行评级', `${inForce}${inForce > 0 ? `: ${tiers.map(share(inForce)).join(', ')}` : ''}`],
    [
      'Outlets per second',
      '每秒网点数',
      `${(seconds > 0 ? graded / seconds : 0).toFixed(1)} (${seconds.toFixed(1)} s)`,
    ],
    ['Peak memory', '内存峰值', `${peakMegabytes.toFixed(0)} MB`],
    ['Data lies in', '数据位置', location],
  ];
  return lines.map(([en, zhHans, value]) => `${en.padEnd(18)}  ${zhHans.padEnd(5, '\u3000')}  ${value}`).join('\n');
}

const share =
  (all: number) =>
  ({ tierCode, outlets }: Figures['tiers'][number]): string =>
    `${tierCode} ${outlets} (${((100 * outlets) / all).toFixed(1)} %)`;
