import pg from 'pg';

/** As many connections as Tierwise takes, as the owner: no contestant but Tierwise is bound by row-level security. */
export const connections = 10;

export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: connections });

/** A statement that is prepared once per connection. */
export const prepared =
  <Row extends object>(name: string, text: string) =>
  async (...values: readonly unknown[]): Promise<Row[]> =>
    (await pool.query<Row>({ name, text, values: [...values] })).rows;
