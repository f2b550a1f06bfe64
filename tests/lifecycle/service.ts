import { runServer } from '../../api/node-server.ts'

/** The server process without its web app, so that the tests of its life need no build. */
await runServer(process.env, { prepare: async () => {}, mount: () => {} })
