import 'swagger-ui-dist/swagger-ui.css'
import SwaggerUI from 'swagger-ui-dist/swagger-ui-es-bundle.js'

/** The reference page of the API, behind /api/docs; drawn from the served description. */
SwaggerUI({
  url: '/api/openapi.json',
  dom_id: '#reference',
  defaultModelsExpandDepth: 0,
  docExpansion: 'list',
})
