## Pedidos
order_placed = Ha pedido «{ $title }» por { $price }.
    .title = Pedido realizado
order_received = Alguien quiere comprar «{ $title }» por { $price }.
    .title = Tiene un pedido
order_confirmed = El precio de { $price } está reservado. La granja transfiere ahora el animal.
    .title = Pedido confirmado
order_completed = El animal es suyo. Ha pagado { $amount }.
    .title = Pedido completado
animal_sold = Su animal se ha vendido por { $amount }. Su parte está en su monedero.
    .title = Su animal se ha vendido
order_cancelled = Su pedido se ha cancelado: { $reason }. No se ha cobrado nada.
    .title = Pedido cancelado
order_refunded = Se le devuelven { $amount } de un pedido.
    .title = Pedido reembolsado
listing_removed = { $animal } ya no está en venta: { $reason }.
    .title = Anuncio retirado

order_escrowed = El animal ha cambiado de manos. El precio de { $price } queda retenido hasta el { $until }, o hasta que el comprador confirme.
    .title = Pedido en depósito
order_undone = El pedido se ha deshecho: el vendedor tiene de nuevo el animal y { $price } son del comprador.
    .title = Pedido deshecho
complaint_opened = Hay una reclamación sobre un pedido: { $reason }. Se decide antes del { $decide_by }.
    .title = Reclamación sobre un pedido
complaint_answered = El vendedor ha respondido a su reclamación.
    .title = Reclamación respondida
complaint_decided = La reclamación sobre un pedido ha terminado: { $outcome }. Se pagan { $paid } del precio al vendedor.
    .title = Reclamación decidida
offer_made = Alguien ofrece { $amount } por «{ $title }». Responda antes del { $expires_at }.
    .title = Tiene una oferta
offer_countered = Le ofrecen a su vez { $amount } por «{ $title }». Responda antes del { $expires_at }.
    .title = Una contraoferta
offer_accepted = Se han acordado { $amount } por «{ $title }». El importe se está reservando.
    .title = Oferta aceptada
offer_declined = La oferta de { $amount } por «{ $title }» se ha rechazado.
    .title = Oferta rechazada
offer_withdrawn = La oferta de { $amount } por «{ $title }» se ha retirado.
    .title = Oferta retirada
offer_expired = Nadie respondió a tiempo a la oferta de { $amount } por «{ $title }».
    .title = Oferta caducada
offer_ended = La oferta por «{ $title }» ya no es posible: { $reason }.
    .title = Oferta terminada
offer_unpaid = Se acordaron { $amount } por «{ $title }», pero no se pudieron reservar.
    .title = Oferta sin pagar
listing_expiring = «{ $title }» está en venta hasta el { $expires_at }. Renuévelo si aún quiere vender.
    .title = Su anuncio termina pronto
listing_expired = «{ $title }» ya no está en venta: se acabó su plazo.
    .title = Su anuncio ha terminado
complaint_reopened = La granja no puede devolver el animal. Los administradores deciden la reclamación de nuevo.
    .title = Reclamación abierta de nuevo
listing_taken_down = Se ha retirado «{ $title }»: { $reason }. Puede recurrir hasta el { $appeal_until }.
    .title = Se ha retirado su anuncio
takedown_stands = Otro administrador lo ha revisado: «{ $title }» sigue retirado.
    .title = Su recurso fue rechazado
takedown_overturned = «{ $title }» no debió retirarse. Está de nuevo en venta, con otro anuncio.
    .title = Su recurso fue aceptado
report_upheld = Se ha retirado «{ $title }», que usted denunció. Gracias.
    .title = Lo que denunció ya no está
report_dismissed = «{ $title }», que usted denunció, sigue en venta: no infringe ninguna norma.
    .title = Lo que denunció sigue en venta
price_dropped = «{ $title }» cuesta ahora { $price }. Costaba { $previous_price }.
    .title = Ha bajado un precio
search_matched = { $size ->
    [one] «{ $title }» es lo que busca, por { $price }.
   *[other] { $size } animales son lo que busca, entre ellos «{ $title }».
 }
    .title = { $size ->
    [one] Un animal nuevo para usted
   *[other] { $size } animales nuevos para usted
 }
review_published = Alguien con quien hizo un negocio le ha dado { $rating } de 5 estrellas.
    .title = Tiene una valoración
review_hidden = Un administrador ha ocultado una valoración que usted escribió. Ya no cuenta.
    .title = Se ha ocultado su valoración

## Dinero
payment_completed = Hemos recibido su pago de { $amount }.
    .title = Pago recibido
payment_failed = Su pago de { $amount } ha fallado. No se ha cobrado nada.
    .title = Pago fallido
refund_completed = Le hemos devuelto { $amount }.
    .title = Reembolso enviado
refund_failed = No se ha podido enviar su reembolso de { $amount }. Lo estamos revisando.
    .title = Reembolso fallido
invoice_issued = La factura { $number } por { $total } está lista.
    .title = Nueva factura
dispute_opened = El banco pregunta por su pago de { $amount }. Hasta que decida, el importe queda retenido.
    .title = Un pago está en disputa
dispute_won = El pago de { $amount } que estaba en disputa es válido.
    .title = Disputa resuelta
dispute_lost = El banco ha retirado el pago de { $amount }.
    .title = Disputa resuelta
transfer_received = Ha recibido { $amount } de otro usuario.
    .title = Ha recibido dinero
account_credited = Se han añadido { $amount } a su monedero.
    .title = Dinero añadido
account_corrected = Su monedero se ha corregido en { $amount } ({ $direction }).
    .title = Monedero corregido
reward_paid = Ha recibido { $amount } ({ $purpose }).
    .title = Ha recibido dinero
hold_expired = Los { $amount } reservados vuelven a ser suyos.
    .title = Dinero liberado
debt_recorded = Debe { $remaining } de { $amount }. Se descuenta primero de lo que entre en su monedero.
    .title = Tiene una deuda
debt_settled = Su deuda de { $amount } está saldada.
    .title = Deuda saldada
withdrawal_rejected = Su retirada de { $amount } no se ha realizado: { $reason }.
    .title = Retirada rechazada
withdrawal_completed = { $amount } están en camino.
    .title = Retirada enviada
withdrawal_failed = Su retirada de { $amount } ha fallado: { $reason }. El dinero está de nuevo en su monedero.
    .title = Retirada fallida
withdrawal_returned = Su retirada de { $amount } ha sido devuelta: { $reason }. El dinero está de nuevo en su monedero.
    .title = Retirada devuelta

## Animales
animal_born = { $size ->
    [one] { $animal } ha nacido y es suyo.
   *[other] Han nacido { $size } animales y son suyos.
 }
    .title = { $size ->
    [one] Un nacimiento
   *[other] { $size } nacimientos
 }
animal_weighed = { $size ->
    [one] { $animal } pesa { $measured_kg } kg.
   *[other] Se han pesado { $size } de sus animales, entre ellos { $animal }.
 }
    .title = { $size ->
    [one] Se ha pesado un animal
   *[other] Se han pesado { $size } animales
 }
animal_died = { $animal } murió el { $died_at }. Lo sentimos.
    .title = Un animal ha muerto
animal_reinstated = El aviso de la muerte de { $animal } era erróneo: vive.
    .title = El animal vive
animal_moved = { $size ->
    [one] { $animal } vive ahora en { $farm_name }.
   *[other] { $size } de sus animales viven ahora en { $farm_name }.
 }
    .title = { $size ->
    [one] Un animal se ha trasladado
   *[other] Se han trasladado { $size } animales
 }
animal_removed = { $animal } ha salido de la plataforma. La tarifa es { $fee }.
    .title = Un animal ha salido
animal_reclaimed = { $animal } ya no es suyo, porque se retiró su pago.
    .title = Un animal ha sido recuperado
removal_scheduled = { $animal } saldrá el { $scheduled_on }. La tarifa es { $fee }.
    .title = Salida programada
removal_rejected = { $animal } se queda: no se ha aceptado su salida.
    .title = Salida rechazada
insurance_claim_approved = Se le pagan { $payout } por { $animal }.
    .title = Reclamación del seguro aprobada
animal_treated = { $size ->
    [one] { $animal } ha recibido { $medicine_name }.
   *[other] Se han administrado { $size } tratamientos, entre ellos { $medicine_name } a { $animal }.
 }
    .title = { $size ->
    [one] Un animal ha sido tratado
   *[other] { $size } tratamientos
 }

## Alimentación
feed_unpaid = No se ha podido pagar el alimento de { $animal } por { $price }. Hasta entonces recibe la ración básica.
    .title = Alimento sin pagar
feed_ended = La suscripción de alimento de { $animal } ha terminado: { $reason }.
    .title = Suscripción terminada
meals_missed = { $size ->
    [one] No se han registrado comidas de sus animales en { $farm }, previstas el { $due_at }.
   *[other] No se han registrado comidas de sus animales en { $farm } { $size } veces.
 }
    .title = Alimentación atrasada
feed_recalled = Se ha retirado el lote { $lot_number } de { $ingredient }, que comieron animales suyos.
    .title = Alimento retirado

## Cuidados
care_quoted = El cuidado de { $animal } costará unos { $estimate }. Acéptelo o rechácelo.
    .title = Presupuesto de cuidado
care_unpaid = No se han podido cobrar { $amount } por el cuidado de { $animal }. Puede pagar de nuevo.
    .title = Cuidado sin pagar
care_scheduled = La visita a { $animal } será el { $starts_at }.
    .title = Visita programada
care_handed_over = Otro veterinario visita a { $animal } el { $starts_at }.
    .title = Viene otro veterinario
care_unscheduled = La visita a { $animal } no tendrá lugar como estaba previsto.
    .title = Visita cancelada
care_more_asked = El cuidado de { $animal } cuesta { $amount } más de lo que permitió. Confírmelo, por favor.
    .title = El cuidado cuesta más
care_completed = El cuidado de { $animal } está hecho. Ha costado { $cost }.
    .title = Cuidado completado
care_cancelled = Se ha cancelado el cuidado de { $animal }.
    .title = Cuidado cancelado
care_declined = Se ha rechazado el cuidado de { $animal }.
    .title = Cuidado rechazado
vaccination_due = { $service_name } de { $animal } toca el { $due_on }.
    .title = Vacunación pendiente
emergency_raised = { $animal } necesita un veterinario de inmediato.
    .title = Emergencia
emergency_called = Se le llama para { $animal }. Responda antes del { $answer_by }.
    .title = Llamada de emergencia
emergency_taken = Un veterinario acude a { $animal }.
    .title = La ayuda está en camino
emergency_unanswered = { $calls ->
    [one] Se llamó a un veterinario para { $animal } y no ha respondido.
   *[other] Se llamó a { $calls } veterinarios para { $animal } y ninguno ha respondido.
 }
    .title = Emergencia sin respuesta
medicine_recalled = Se ha retirado el lote { $batch_number } de { $medicine_name }, que recibieron animales suyos.
    .title = Medicamento retirado

## Granjas
stock_low = En { $farm } quedan { $left_kg } kg de { $ingredient }.
    .title = Quedan pocas existencias
dose_due = { $size ->
    [one] { $medicine_name } para { $animal } toca a las { $planned_at }.
   *[other] Tocan { $size } dosis, primero { $medicine_name } para { $animal }.
 }
    .title = Dosis pendientes
dose_missed = { $medicine_name } para { $animal }, previsto a las { $planned_at }, no se ha administrado.
    .title = Se ha omitido una dosis
alarm_raised = { $rule_name } en { $farm }, desde { $since } ({ $severity }).
    .title = Alarma
alarm_escalated = Nadie ha atendido { $rule_name } en { $farm }, desde { $since } ({ $severity }).
    .title = Alarma sin respuesta
device_offline = { $device_name } en { $farm } está sin conexión desde { $since }.
    .title = Un dispositivo está sin conexión
camera_offline = { $size ->
    [one] { $camera_name } en { $farm } está sin conexión desde { $since }.
   *[other] { $size } cámaras en { $farm } están sin conexión.
 }
    .title = Una cámara está sin conexión

## Concursos
entry_admitted = { $animal } participa en «{ $contest }».
    .title = Inscripción admitida
entry_refused = { $animal } no participa en «{ $contest }»: { $reason }.
    .title = Inscripción rechazada
entry_lost = { $animal } ha dejado «{ $contest }»: { $reason }.
    .title = Inscripción perdida
contest_cancelled = «{ $contest }» se ha cancelado: { $reason }. Las cuotas se devuelven.
    .title = Concurso cancelado
contest_announced = Ya está el resultado de «{ $contest }». Puede apelar hasta el { $appeals_until }.
    .title = Resultado del concurso
result_corrected = Se ha corregido el resultado de «{ $contest }».
    .title = Resultado corregido
judge_invited = Se le pide que juzgue «{ $contest }». Las notas se entregan hasta el { $commit_until }.
    .title = ¿Quiere ser juez?
appeal_decided = Se ha decidido su apelación sobre «{ $contest }»: { $decision }.
    .title = Apelación decidida
prize_awarded = { $animal } es el número { $rank } de «{ $contest }». ¡Enhorabuena!
    .title = Ha ganado un premio
prize_withheld = Su premio de «{ $contest }» está retenido: { $reason }.
    .title = Premio retenido
prize_forfeited = Ha perdido su premio de «{ $contest }»: { $reason }.
    .title = Premio perdido
entitlement_granted = Ha ganado: { $what }.
    .title = Ha ganado un premio

## Granja piloto
friend_requested = Alguien quiere ser su amigo.
    .title = Solicitud de amistad
friend_accepted = Tiene un nuevo amigo.
    .title = Solicitud aceptada
challenge_completed = «{ $title }» está hecho: { $coins ->
    [one] una moneda
   *[other] { $coins } monedas
 }.
    .title = Reto completado
achievement_granted = { $size ->
    [one] Ha conseguido «{ $title }».
   *[other] Ha conseguido { $size } logros, primero «{ $title }».
 }
    .title = Logro
level_reached = Ha llegado al nivel { $level }.
    .title = Siguiente nivel

## Informes
report_ready = Su informe está listo. Se guarda hasta el { $kept_until }.
    .title = Informe listo
report_failed = No se ha podido hacer su informe. Inténtelo de nuevo.
    .title = Informe fallido

## Cuenta
announcement = { $text }
    .title = { $title }
welcome = Su dirección está confirmada. Ya tiene un monedero y puede comprar.
    .title = Bienvenido a Amigok
credentials_changed = Su forma de iniciar sesión cambió el { $changed_at }: { $what }. Si no fue usted, escríbanos de inmediato.
    .title = Su cuenta ha cambiado
exit_noticed = { $amount } han salido de su monedero, o se ha impedido que salgan, de un modo inusual en usted ({ $reason }). Si no fue usted, detenga los pagos en la aplicación.
    .title = ¿Fue usted?
withdrawal_requested = Se ha pedido una retirada de { $amount }. Si no fue usted, detenga los pagos en la aplicación.
    .title = Retirada pedida
kyc_approved = Hemos confirmado su identidad.
    .title = Identidad confirmada
kyc_rejected = No hemos podido confirmar su identidad. Puede enviar sus documentos de nuevo.
    .title = Identidad no confirmada
role_changed = Su función es ahora: { $role }.
    .title = Su función ha cambiado
deactivated = Su cuenta se ha desactivado.
    .title = Cuenta desactivada
reactivated = Su cuenta está activa de nuevo.
    .title = Cuenta activa
deletion_requested = Su cuenta se borrará en cuanto nada lo impida.
    .title = Borrado de la cuenta

## Correos
mail_open = Abrir en Amigok
mail_stop = No quiero más correos de este tipo
digest_title = { $size ->
    [one] Una novedad
   *[other] { $size } novedades
 }
digest_text = Esto es lo que ha pasado:

## Códigos
code_other = otro motivo
code_insufficient_funds = falta dinero
code_wallet_missing = no hay monedero
code_buyer_cancelled = el comprador lo canceló
code_payment_timeout = el pago no llegó a tiempo
code_hold_timeout = el monedero no respondió a tiempo
code_listing_not_active = el animal ya no estaba en venta
code_account_inactive = una cuenta no está activa
code_not_owner = el animal tiene otro dueño
code_removed_by_seller = lo retiró el vendedor
code_removed_by_administrator = lo retiró un administrador
code_seller_inactive = la cuenta del vendedor no está activa
code_sold = el animal se vendió
code_credit = añadido
code_debit = descontado
code_marketplace-order = un pedido
code_farm-removal_fee = una salida
code_farm-insurance = un seguro
code_payment-refund = un reembolso
code_payment-charge = un pago con tarjeta
code_feed-period = alimento
code_feed-welfare = la ración básica
code_feed-correction = una corrección de comidas
code_care-request = cuidados
code_game-entry = un concurso
code_game-entry_refund = la cuota de un concurso
code_game-prize = un premio
code_rejected = rechazado
code_upheld = aceptado
code_cancelled_by_user = usted lo canceló
code_user_deleted = la cuenta se borró
code_account_closed = la cuenta está cerrada
code_account_unknown = la cuenta no se conoce
code_failed = ha fallado
code_died = el animal murió
code_removed = el animal salió
code_reclaimed = el animal fue recuperado
code_package_unsuitable = el paquete no conviene al animal
code_info = información
code_warning = aviso
code_critical = crítico
code_withdrawn = retirado
code_not_admitted = no admitido
code_fee_refused = no se pudo reservar la cuota
code_fee_expired = la cuota estuvo reservada demasiado tiempo
code_not_held = la cuota no estaba reservada
code_kyc_needed = su identidad no está confirmada
code_account_deleted = la cuenta se borró
code_too_few_entries = hubo muy pocas inscripciones
code_too_late = era tarde para empezar
code_no_result = nadie tiene puntos
code_suspicion = se está revisando
code_fee_disputed = la cuota está en disputa
code_not_verified = su identidad no está confirmada
code_disqualified = descalificado
code_password = la contraseña
code_email = el correo electrónico
code_phone = el número de teléfono
code_second_factor = el segundo factor
code_passkey = una llave de acceso
code_expired = ha caducado
code_cancelled = se canceló
code_investor = inversor
code_gamer = jugador
code_farm_staff = personal de granja
code_veterinarian = veterinario
code_admin = administrador
code_deceased = el animal murió
code_taken_down = fue retirado
code_not_as_described = el animal no es como se describió
code_other_animal = es otro animal
code_unhealthy = el animal no está sano
code_documents_missing = faltan documentos
code_payment_disputed = el pago está en disputa
code_released = el precio es del vendedor
code_parted = el precio se ha repartido
code_refunded = el precio es del comprador
code_fraud = parece un fraude
code_contact_details = contiene datos de contacto
code_offensive = es ofensivo
code_misleading = es engañoso
code_wrong_animal = muestra otro animal
code_prohibited = no está permitido aquí
code_listing_ended = el anuncio ha terminado
code_price_changed = el precio ha cambiado
code_not_available = el animal no está disponible
code_order_cancelled = el pedido se canceló
