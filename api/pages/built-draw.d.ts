/** What `npm run build` makes of web/draw.tsx; the worker is bundled with it. */
declare module '#draw' {
  export const drawPage: import('./draw.ts').PageDrawer['drawPage']
  export const readListQuery: import('./draw.ts').PageDrawer['readListQuery']
}
