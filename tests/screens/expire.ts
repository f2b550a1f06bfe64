import type { Page } from 'playwright-core'

/**
 * Shows one report as it is after a year in which nobody touched it, which no run can wait for: the page comes as the service
 * worker would serve it, not drawn, and asks for the report itself.
 */
export async function expire(page: Page, id: string) {
  await page.route(new RegExp(`/reports/${id}(/manage)?$`), async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback()
    return route.fulfill({ response: await route.fetch({ url: new URL('/index.html', page.url()).href }) })
  })
  await page.route(`**/api/reports/${id}`, async (route) => {
    const response = await route.fetch()
    const report = await response.json()
    return route.fulfill({
      response,
      json: { ...report, properties: { ...report.properties, status: 'expired' } },
    })
  })
}
