import { graphql } from '../kit/gen/index.ts';

export const DemoTotals = graphql(`
  query DemoTotals {
    dealers { totalCount }
    outlets { totalCount }
    assessments(first: 100) {
      totalCount
      nodes { kind status period startedAt unanswered answers { notApplicable } }
    }
    territories { code }
  }
`);

export const DemoDealers = graphql(`
  query DemoDealers {
    dealers(first: 40) {
      nodes {
        code
        status
        channel
        roles
        class
        industries { key }
        territory { parent { code } }
        upstream { upstream { code } }
        grade { outcome { tierCode gates { reasons { code } } } }
        grades(first: 3) { nodes { status } }
      }
    }
  }
`);

export const DemoOutlets = graphql(`
  query DemoOutlets {
    outlets(first: 100) {
      nodes { kind address latitude territory { code } grade { outcome { tierCode } } }
    }
  }
`);

export const DemoConflicts = graphql(`
  query DemoConflicts {
    conflictCases(last: 20) {
      nodes {
        number
        status
        structure
        openedAt
        tags { key }
        parties { dealer { code } }
        precedents { likeness conflictCase { number } }
      }
    }
  }
`);

export const DemoSpeaker = graphql(`
  query DemoSpeaker {
    viewer {
      dealer {
        code
        class
        upstream { code grade { id } }
        secondTier { nodes { code } }
        grade { outcome { tierCode } }
        self: assessments(kind: SELF, status: SUBMITTED) { nodes { assessor } }
      }
    }
  }
`);
