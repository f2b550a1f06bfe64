/** Stands for the browser's `location` where pages are drawn on the server (draw.config.ts puts it in its place). */
export const location = { origin: 'https://drawn.invalid', pathname: '/', search: '' }
