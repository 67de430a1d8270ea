import type { RoundSeed } from './shape.ts';

/** One failing that costs a good dealer every tier: parts that do not come. */
const noParts = { 'core/parts-delivery': 'worst' } as const;
const noSecondTier = { 'core/second-tier-meeting': { notApplicable: '没有二级网点 (no second tier buys through it)' } };

const summer: RoundSeed = {
  period: '2026-Q3',
  from: '2026-09-07',
  assessments: [
    { of: 'AP-101', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
    { of: 'AP-102', kind: 'SELF', standing: 'excellent', state: 'SUBMITTED' },
    { of: 'AP-102', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'AP-103', kind: 'MANAGER', standing: 'poor', state: 'PUBLISHED' },
    { of: 'AP-106', kind: 'MANAGER', standing: 'outstanding', state: 'PUBLISHED' },
    { of: 'AP-108', kind: 'MANAGER', standing: 'excellent', state: 'WITHDRAWN' },
    {
      of: 'AP-109',
      kind: 'MANAGER',
      standing: 'excellent',
      state: 'PUBLISHED',
      except: { 'appliances/trade-in': 'unproven' },
    },
    { of: 'AP-102/GQ', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'FM-201', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
    { of: 'FM-204', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'FM-205', kind: 'SELF', standing: 'outstanding', state: 'SUBMITTED' },
    { of: 'FM-208', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'FM-201/XJK', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'LT-301', kind: 'MANAGER', standing: 'outstanding', state: 'PUBLISHED' },
    { of: 'LT-306', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'LT-304/3101-2210', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
  ],
};

const autumn: RoundSeed = {
  period: '2026-Q4',
  from: '2026-11-02',
  assessments: [
    { of: 'AP-101', kind: 'MANAGER', standing: 'outstanding', state: 'PUBLISHED' },
    { of: 'AP-102', kind: 'SELF', standing: 'outstanding', state: 'SUBMITTED' },
    { of: 'AP-102', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
    { of: 'AP-103', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED', except: noSecondTier },
    { of: 'AP-104', kind: 'SELF', standing: 'good', state: 'DRAFT', answered: 0.4 },
    {
      of: 'AP-105',
      kind: 'MANAGER',
      standing: 'excellent',
      state: 'PUBLISHED',
      except: { 'appliances/energy-label': 'worst' },
    },
    { of: 'AP-106', kind: 'MANAGER', standing: 'outstanding', state: 'SUBMITTED' },
    { of: 'AP-107', kind: 'SELF', standing: 'excellent', state: 'SUBMITTED' },
    { of: 'AP-108', kind: 'MANAGER', standing: 'excellent', state: 'DRAFT', answered: 0.7 },
    { of: 'AP-110', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED', except: noParts },
    { of: 'AP-102/GQ', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
    { of: 'AP-102/YQ', kind: 'MANAGER', standing: 'outstanding', state: 'PUBLISHED' },
    { of: 'AP-102/WJ', kind: 'SELF', standing: 'good', state: 'DRAFT', answered: 0.5 },
    { of: 'AP-101/XH', kind: 'MANAGER', standing: 'outstanding', state: 'PUBLISHED' },
    { of: 'FM-201', kind: 'MANAGER', standing: 'outstanding', state: 'PUBLISHED' },
    { of: 'FM-202', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'FM-203', kind: 'SELF', standing: 'good', state: 'WITHDRAWN' },
    {
      of: 'FM-204',
      kind: 'MANAGER',
      standing: 'excellent',
      state: 'PUBLISHED',
      except: { 'fmcg/cold-chain-minimum': 'worst' },
    },
    { of: 'FM-205', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
    { of: 'FM-207', kind: 'MANAGER', standing: 'good', state: 'SUBMITTED' },
    { of: 'FM-209', kind: 'MANAGER', standing: 'poor', state: 'PUBLISHED' },
    { of: 'FM-210', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED', except: noParts },
    { of: 'FM-205/HK', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
    { of: 'LT-301', kind: 'MANAGER', standing: 'outstanding', state: 'DRAFT', answered: 0 },
    { of: 'LT-302', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'LT-304', kind: 'SELF', standing: 'excellent', state: 'SUBMITTED' },
    { of: 'LT-306', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED' },
    { of: 'LT-308', kind: 'MANAGER', standing: 'excellent', state: 'PUBLISHED', except: noSecondTier },
    { of: 'LT-301/3205-0117', kind: 'MANAGER', standing: 'outstanding', state: 'PUBLISHED' },
    {
      of: 'LT-304/3101-2210',
      kind: 'MANAGER',
      standing: 'excellent',
      state: 'PUBLISHED',
      except: { 'lottery/no-minor': 'worst' },
    },
    { of: 'LT-305/3301-0871', kind: 'MANAGER', standing: 'good', state: 'PUBLISHED' },
    { of: 'LT-309/4201-0726', kind: 'SELF', standing: 'good', state: 'SUBMITTED' },
  ],
};

export const demoRounds: readonly RoundSeed[] = [summer, autumn];
