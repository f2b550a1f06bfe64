import postgres from 'postgres'

/** A connection pool, or the transaction inside `sql.begin`: queries take either. */
export type Sql = postgres.Sql<{ bigint: bigint }>
export type Tx = postgres.TransactionSql<{ bigint: bigint }>
export type Db = Sql | Tx
/** A piece of SQL that goes into a query. */
export type SqlPart = postgres.PendingQuery<postgres.Row[]>

export type ConnectOptions = {
  /** Unix socket of the embedded database; the URL's host is then not used. */
  socketPath?: string
  max?: number
}

/** 64-bit integers arrive as bigint; numerics as text. */
export function connect(url: string, options: ConnectOptions = {}): Sql {
  return postgres(url, {
    max: options.max ?? 10,
    types: { bigint: postgres.BigInt },
    onnotice: () => {},
    connection: { application_name: 'homeward', TimeZone: 'UTC' },
    ...(options.socketPath ? { path: options.socketPath } : {}),
  }) as Sql
}

/** Type number of `bigint[]`: the driver takes a plain array of bigints for one bigint. */
const INT8_ARRAY = 1016

export function bigintArray(db: Db, values: readonly bigint[]): postgres.Parameter {
  return db.array([...values], INT8_ARRAY) as unknown as postgres.Parameter
}
