export default { dialect: 'postgresql', schema: './db/tables/*.ts', out: './db/migrations' };
