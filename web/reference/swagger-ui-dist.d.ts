declare module 'swagger-ui-dist/swagger-ui-es-bundle.js' {
  const SwaggerUI: (options: {
    url: string
    dom_id: string
    defaultModelsExpandDepth?: number
    docExpansion?: 'list' | 'full' | 'none'
  }) => unknown
  export default SwaggerUI
}
