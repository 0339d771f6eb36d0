## الطلبات
order_placed = طلبت «{ $title }» مقابل { $price }.
    .title = تم إرسال الطلب
order_received = يريد أحدهم شراء «{ $title }» مقابل { $price }.
    .title = لديك طلب
order_confirmed = حُجز الثمن وقدره { $price }. المزرعة تنقل ملكية الحيوان الآن.
    .title = تم تأكيد الطلب
order_completed = الحيوان ملكك الآن. دفعت { $amount }.
    .title = اكتمل الطلب
animal_sold = بيع حيوانك مقابل { $amount }. نصيبك في محفظتك.
    .title = بيع حيوانك
order_cancelled = أُلغي طلبك: { $reason }. لم يُخصم شيء.
    .title = أُلغي الطلب
order_refunded = يُرد إليك { $amount } من طلب.
    .title = رد ثمن الطلب
listing_removed = لم يعد { $animal } معروضًا للبيع: { $reason }.
    .title = أُزيل العرض

order_escrowed = انتقل الحيوان. الثمن وقدره { $price } محجوز حتى { $until } أو حتى يؤكد المشتري.
    .title = الطلب في الضمان
order_undone = أُلغي أثر الطلب: عاد الحيوان إلى البائع وعاد { $price } إلى المشتري.
    .title = أُلغي أثر الطلب
complaint_opened = هناك شكوى بشأن طلب: { $reason }. يُبت فيها قبل { $decide_by }.
    .title = شكوى بشأن طلب
complaint_answered = رد البائع على شكواك.
    .title = رد على الشكوى
complaint_decided = انتهت الشكوى بشأن طلب: { $outcome }. يُدفع { $paid } من الثمن إلى البائع.
    .title = حُسمت الشكوى
offer_made = يعرض أحدهم { $amount } مقابل «{ $title }». أجب قبل { $expires_at }.
    .title = لديك عرض
offer_countered = عُرض في المقابل { $amount } على «{ $title }». أجب قبل { $expires_at }.
    .title = عرض مقابل
offer_accepted = اتُّفق على { $amount } مقابل «{ $title }». يجري حجز المبلغ.
    .title = قُبل العرض
offer_declined = رُفض العرض بمبلغ { $amount } على «{ $title }».
    .title = رُفض العرض
offer_withdrawn = سُحب العرض بمبلغ { $amount } على «{ $title }».
    .title = سُحب العرض
offer_expired = لم يجب أحد في الوقت على العرض بمبلغ { $amount } على «{ $title }».
    .title = انتهت مدة العرض
offer_ended = لم يعد العرض على «{ $title }» ممكنًا: { $reason }.
    .title = انتهى العرض
offer_unpaid = اتُّفق على { $amount } مقابل «{ $title }» لكن تعذر حجز المبلغ.
    .title = العرض غير مدفوع
listing_expiring = «{ $title }» معروض للبيع حتى { $expires_at }. جدده إن كنت لا تزال تريد البيع.
    .title = عرضك ينتهي قريبًا
listing_expired = لم يعد «{ $title }» معروضًا للبيع: انتهت مدته.
    .title = انتهى عرضك
complaint_reopened = لا تستطيع المزرعة إعادة الحيوان. يبتّ المشرفون في الشكوى من جديد.
    .title = فُتحت الشكوى من جديد
listing_taken_down = أُزيل «{ $title }»: { $reason }. يمكنك الاعتراض حتى { $appeal_until }.
    .title = أُزيل عرضك
takedown_stands = راجعه مشرف آخر: يبقى «{ $title }» مُزالًا.
    .title = رُفض اعتراضك
takedown_overturned = ما كان ينبغي أن يُزال «{ $title }». عاد معروضًا للبيع بعرض جديد.
    .title = قُبل اعتراضك
report_upheld = أُزيل «{ $title }» الذي أبلغت عنه. شكرًا لك.
    .title = أُزيل ما أبلغت عنه
report_dismissed = يبقى «{ $title }» الذي أبلغت عنه: لا يخالف أي قاعدة.
    .title = يبقى ما أبلغت عنه
price_dropped = صار ثمن «{ $title }» { $price }. كان { $previous_price }.
    .title = انخفض ثمن
search_matched = { $size ->
    [one] «{ $title }» يوافق ما تبحث عنه، بثمن { $price }.
    [two] حيوانان يوافقان ما تبحث عنه، أحدهما «{ $title }».
    [few] { $size } حيوانات توافق ما تبحث عنه، منها «{ $title }».
   *[other] { $size } حيوانًا توافق ما تبحث عنه، منها «{ $title }».
 }
    .title = { $size ->
    [one] حيوان جديد لك
    [two] حيوانان جديدان لك
    [few] { $size } حيوانات جديدة لك
   *[other] { $size } حيوانًا جديدًا لك
 }
review_published = أعطاك من تعاملت معه { $rating } من 5 نجوم.
    .title = لديك تقييم
review_hidden = أخفى مشرف تقييمًا كتبته. لم يعد يُحسب.
    .title = أُخفي تقييمك

## المال
payment_completed = استلمنا دفعتك وقدرها { $amount }.
    .title = تم استلام الدفعة
payment_failed = فشلت دفعتك وقدرها { $amount }. لم يُخصم شيء.
    .title = فشلت الدفعة
refund_completed = أُعيد إليك { $amount }.
    .title = أُرسل المبلغ المسترد
refund_failed = تعذر إرسال المبلغ المسترد { $amount }. نحن ننظر في الأمر.
    .title = فشل الاسترداد
invoice_issued = الفاتورة { $number } بمبلغ { $total } جاهزة.
    .title = فاتورة جديدة
dispute_opened = يسأل البنك عن دفعتك وقدرها { $amount }. يبقى المبلغ محجوزًا حتى يقرر.
    .title = دفعة متنازع عليها
dispute_won = الدفعة المتنازع عليها وقدرها { $amount } صحيحة.
    .title = حُسم النزاع
dispute_lost = استرد البنك الدفعة وقدرها { $amount }.
    .title = حُسم النزاع
transfer_received = وصلك { $amount } من مستخدم آخر.
    .title = استلمت مالًا
account_credited = أُضيف { $amount } إلى محفظتك.
    .title = أُضيف مال
account_corrected = صُححت محفظتك بمبلغ { $amount } ({ $direction }).
    .title = صُححت المحفظة
reward_paid = استلمت { $amount } ({ $purpose }).
    .title = استلمت مالًا
hold_expired = المبلغ المحجوز { $amount } عاد إليك.
    .title = أُفرج عن مال
debt_recorded = عليك { $remaining } من { $amount }. يُخصم أولًا مما يدخل محفظتك.
    .title = عليك دين
debt_settled = سُدد دينك وقدره { $amount }.
    .title = سُدد الدين
withdrawal_rejected = لم يُنفذ سحبك وقدره { $amount }: { $reason }.
    .title = رُفض السحب
withdrawal_completed = { $amount } في الطريق إليك.
    .title = أُرسل السحب
withdrawal_failed = فشل سحبك وقدره { $amount }: { $reason }. المال في محفظتك من جديد.
    .title = فشل السحب
withdrawal_returned = عاد سحبك وقدره { $amount }: { $reason }. المال في محفظتك من جديد.
    .title = عاد السحب

## الحيوانات
animal_born = { $size ->
    [one] وُلد { $animal } وهو ملكك.
    [two] وُلد حيوانان وهما ملكك.
    [few] وُلدت { $size } حيوانات وهي ملكك.
   *[other] وُلد { $size } حيوانًا وهي ملكك.
 }
    .title = { $size ->
    [one] ولادة
    [two] ولادتان
    [few] { $size } ولادات
   *[other] { $size } ولادة
 }
animal_weighed = { $size ->
    [one] وزن { $animal } هو { $measured_kg } كغ.
    [two] وُزن اثنان من حيواناتك، أحدهما { $animal }.
    [few] وُزنت { $size } من حيواناتك، منها { $animal }.
   *[other] وُزن { $size } من حيواناتك، منها { $animal }.
 }
    .title = { $size ->
    [one] وُزن حيوان
    [two] وُزن حيوانان
    [few] وُزنت { $size } حيوانات
   *[other] وُزن { $size } حيوانًا
 }
animal_died = نفق { $animal } في { $died_at }. نأسف لذلك.
    .title = نفق حيوان
animal_reinstated = كان الإبلاغ عن نفوق { $animal } خطأ: إنه حي.
    .title = الحيوان حي
animal_moved = { $size ->
    [one] يعيش { $animal } الآن في { $farm_name }.
    [two] يعيش اثنان من حيواناتك الآن في { $farm_name }.
   *[other] يعيش { $size } من حيواناتك الآن في { $farm_name }.
 }
    .title = { $size ->
    [one] نُقل حيوان
    [two] نُقل حيوانان
    [few] نُقلت { $size } حيوانات
   *[other] نُقل { $size } حيوانًا
 }
animal_removed = غادر { $animal } المنصة. الرسم { $fee }.
    .title = أُخرج حيوان
animal_reclaimed = لم يعد { $animal } ملكك لأن ثمنه استُرد.
    .title = استُرد حيوان
removal_scheduled = سيغادر { $animal } في { $scheduled_on }. الرسم { $fee }.
    .title = تحدد موعد الإخراج
removal_rejected = يبقى { $animal }: لم يوافَق على إخراجه.
    .title = رُفض الإخراج
insurance_claim_approved = يُدفع لك { $payout } عن { $animal }.
    .title = قُبلت مطالبة التأمين
animal_treated = { $size ->
    [one] أُعطي { $animal } { $medicine_name }.
    [two] أُعطي علاجان، أحدهما { $medicine_name } إلى { $animal }.
    [few] أُعطيت { $size } علاجات، منها { $medicine_name } إلى { $animal }.
   *[other] أُعطي { $size } علاجًا، منها { $medicine_name } إلى { $animal }.
 }
    .title = { $size ->
    [one] عولج حيوان
    [two] علاجان
    [few] { $size } علاجات
   *[other] { $size } علاجًا
 }

## العلف
feed_unpaid = تعذر دفع علف { $animal } وقدره { $price }. يحصل على الحصة الأساسية حتى يُدفع.
    .title = العلف غير مدفوع
feed_ended = انتهى اشتراك علف { $animal }: { $reason }.
    .title = انتهى اشتراك العلف
meals_missed = { $size ->
    [one] لم تُسجل وجبات حيواناتك في { $farm } المقررة في { $due_at }.
   *[other] لم تُسجل وجبات حيواناتك في { $farm } { $size } مرات.
 }
    .title = تأخر التعليف
feed_recalled = سُحبت الدفعة { $lot_number } من { $ingredient } التي أكلت منها حيواناتك.
    .title = سُحب علف

## الرعاية
care_quoted = يُتوقع أن تكلف رعاية { $animal } { $estimate }. اقبلها أو ارفضها.
    .title = عرض سعر للرعاية
care_unpaid = تعذر خصم { $amount } لرعاية { $animal }. يمكنك الدفع من جديد.
    .title = الرعاية غير مدفوعة
care_scheduled = تحددت زيارة { $animal } في { $starts_at }.
    .title = تحدد موعد الزيارة
care_handed_over = يزور طبيب بيطري آخر { $animal } في { $starts_at }.
    .title = يأتي طبيب آخر
care_unscheduled = لن تتم زيارة { $animal } كما خُطط لها.
    .title = أُلغيت الزيارة
care_more_asked = تكلف رعاية { $animal } { $amount } أكثر مما سمحت به. يرجى التأكيد.
    .title = الرعاية تكلف أكثر
care_completed = تمت رعاية { $animal }. كلفت { $cost }.
    .title = اكتملت الرعاية
care_cancelled = أُلغيت رعاية { $animal }.
    .title = أُلغيت الرعاية
care_declined = رُفضت رعاية { $animal }.
    .title = رُفضت الرعاية
vaccination_due = موعد { $service_name } للحيوان { $animal } في { $due_on }.
    .title = حان موعد التطعيم
emergency_raised = يحتاج { $animal } إلى طبيب بيطري فورًا.
    .title = حالة طارئة
emergency_called = أنت مدعو إلى { $animal }. يرجى الرد قبل { $answer_by }.
    .title = نداء طارئ
emergency_taken = طبيب بيطري في الطريق إلى { $animal }.
    .title = المساعدة في الطريق
emergency_unanswered = { $calls ->
    [one] دُعي طبيب بيطري إلى { $animal } ولم يرد.
    [two] دُعي طبيبان بيطريان إلى { $animal } ولم يرد أحد.
   *[other] دُعي { $calls } أطباء بيطريين إلى { $animal } ولم يرد أحد.
 }
    .title = حالة طارئة بلا رد
medicine_recalled = سُحبت التشغيلة { $batch_number } من { $medicine_name } التي أُعطيت لحيواناتك.
    .title = سُحب دواء

## المزارع
stock_low = بقي في { $farm } { $left_kg } كغ من { $ingredient }.
    .title = المخزون قليل
dose_due = { $size ->
    [one] حان موعد { $medicine_name } للحيوان { $animal } في { $planned_at }.
    [two] حان موعد جرعتين، أولاهما { $medicine_name } للحيوان { $animal }.
   *[other] حان موعد { $size } جرعات، أولاها { $medicine_name } للحيوان { $animal }.
 }
    .title = حان موعد جرعات
dose_missed = لم يُعطَ { $medicine_name } للحيوان { $animal } المقرر في { $planned_at }.
    .title = فاتت جرعة
alarm_raised = { $rule_name } في { $farm } منذ { $since } ({ $severity }).
    .title = إنذار
alarm_escalated = لم يهتم أحد بالإنذار { $rule_name } في { $farm } منذ { $since } ({ $severity }).
    .title = إنذار بلا رد
device_offline = { $device_name } في { $farm } غير متصل منذ { $since }.
    .title = جهاز غير متصل
camera_offline = { $size ->
    [one] { $camera_name } في { $farm } غير متصلة منذ { $since }.
    [two] كاميرتان في { $farm } غير متصلتين.
   *[other] { $size } كاميرات في { $farm } غير متصلة.
 }
    .title = كاميرا غير متصلة

## المسابقات
entry_admitted = يشارك { $animal } في «{ $contest }».
    .title = قُبلت المشاركة
entry_refused = لا يشارك { $animal } في «{ $contest }»: { $reason }.
    .title = رُفضت المشاركة
entry_lost = غادر { $animal } «{ $contest }»: { $reason }.
    .title = انتهت المشاركة
contest_cancelled = أُلغيت «{ $contest }»: { $reason }. تُرد الرسوم.
    .title = أُلغيت المسابقة
contest_announced = صدرت نتيجة «{ $contest }». يمكنك الاعتراض حتى { $appeals_until }.
    .title = نتيجة المسابقة
result_corrected = صُححت نتيجة «{ $contest }».
    .title = صُححت النتيجة
judge_invited = يُطلب منك التحكيم في «{ $contest }». آخر موعد للدرجات { $commit_until }.
    .title = هل تكون حكمًا؟
appeal_decided = حُسم اعتراضك على «{ $contest }»: { $decision }.
    .title = حُسم الاعتراض
prize_awarded = حصل { $animal } على المرتبة { $rank } في «{ $contest }». تهانينا!
    .title = فزت بجائزة
prize_withheld = جائزتك في «{ $contest }» محجوزة: { $reason }.
    .title = الجائزة محجوزة
prize_forfeited = فقدت جائزتك في «{ $contest }»: { $reason }.
    .title = فُقدت الجائزة
entitlement_granted = فزت بما يلي: { $what }.
    .title = فزت بجائزة

## المزرعة التجريبية
friend_requested = يريد أحدهم أن يكون صديقك.
    .title = طلب صداقة
friend_accepted = لديك صديق جديد.
    .title = قُبل طلب الصداقة
challenge_completed = أنجزت «{ $title }»: { $coins ->
    [one] عملة واحدة
    [two] عملتان
    [few] { $coins } عملات
   *[other] { $coins } عملة
 }.
    .title = أُنجز التحدي
achievement_granted = { $size ->
    [one] نلت «{ $title }».
    [two] نلت إنجازين، أولهما «{ $title }».
   *[other] نلت { $size } إنجازات، أولها «{ $title }».
 }
    .title = إنجاز
level_reached = وصلت إلى المستوى { $level }.
    .title = المستوى التالي

## التقارير
report_ready = تقريرك جاهز. يُحفظ حتى { $kept_until }.
    .title = التقرير جاهز
report_failed = تعذر إعداد تقريرك. يرجى المحاولة من جديد.
    .title = فشل التقرير

## الحساب
announcement = { $text }
    .title = { $title }
welcome = تم تأكيد عنوانك. لديك محفظة الآن ويمكنك الشراء.
    .title = مرحبًا بك في أميغوك
credentials_changed = تغيرت طريقة دخولك في { $changed_at }: { $what }. إن لم تكن أنت من فعل ذلك فاكتب إلينا فورًا.
    .title = تغير حسابك
exit_noticed = خرج { $amount } من محفظتك، أو مُنع من الخروج، بطريقة غير معتادة منك ({ $reason }). إن لم تكن أنت من فعل ذلك فأوقف المدفوعات في التطبيق.
    .title = هل كنت أنت؟
withdrawal_requested = طُلب سحب { $amount }. إن لم تكن أنت من فعل ذلك فأوقف المدفوعات في التطبيق.
    .title = طُلب سحب
kyc_approved = تم تأكيد هويتك.
    .title = تأكدت الهوية
kyc_rejected = تعذر تأكيد هويتك. يمكنك إرسال مستنداتك من جديد.
    .title = لم تتأكد الهوية
role_changed = دورك الآن: { $role }.
    .title = تغير دورك
deactivated = أُوقف حسابك.
    .title = حساب موقوف
reactivated = حسابك نشط من جديد.
    .title = حساب نشط
deletion_requested = سيُحذف حسابك حالما لا يمنع ذلك شيء.
    .title = حذف الحساب

## الرسائل
mail_open = افتح في أميغوك
mail_stop = لا ترسلوا إلي رسائل من هذا النوع
digest_title = { $size ->
    [one] خبر واحد
    [two] خبران
    [few] { $size } أخبار
   *[other] { $size } خبرًا
 }
digest_text = هذا ما حدث:

## الرموز
code_other = سبب آخر
code_insufficient_funds = المال غير كافٍ
code_wallet_missing = لا توجد محفظة
code_buyer_cancelled = ألغاه المشتري
code_payment_timeout = لم تصل الدفعة في الوقت
code_hold_timeout = لم ترد المحفظة في الوقت
code_listing_not_active = لم يعد الحيوان معروضًا للبيع
code_account_inactive = أحد الحسابات غير نشط
code_not_owner = للحيوان مالك آخر
code_removed_by_seller = أزاله البائع
code_removed_by_administrator = أزاله مسؤول
code_seller_inactive = حساب البائع غير نشط
code_sold = بيع الحيوان
code_credit = أُضيف
code_debit = خُصم
code_marketplace-order = طلب
code_farm-removal_fee = إخراج
code_farm-insurance = تأمين
code_payment-refund = استرداد
code_payment-charge = دفعة بالبطاقة
code_feed-period = علف
code_feed-welfare = الحصة الأساسية
code_feed-correction = تصحيح الوجبات
code_care-request = رعاية
code_game-entry = مسابقة
code_game-entry_refund = رسم مسابقة
code_game-prize = جائزة
code_rejected = مرفوض
code_upheld = مقبول
code_cancelled_by_user = ألغيته أنت
code_user_deleted = حُذف الحساب
code_account_closed = الحساب مغلق
code_account_unknown = الحساب غير معروف
code_failed = فشل
code_died = نفق الحيوان
code_removed = أُخرج الحيوان
code_reclaimed = استُرد الحيوان
code_package_unsuitable = الباقة لا تناسب الحيوان
code_info = للعلم
code_warning = تحذير
code_critical = حرج
code_withdrawn = انسحاب
code_not_admitted = لم يُقبل
code_fee_refused = تعذر حجز الرسم
code_fee_expired = طال حجز الرسم
code_not_held = لم يُحجز الرسم
code_kyc_needed = هويتك غير مؤكدة
code_account_deleted = حُذف الحساب
code_too_few_entries = المشاركات قليلة جدًا
code_too_late = فات وقت البدء
code_no_result = لا أحد لديه نقاط
code_suspicion = الأمر قيد النظر
code_fee_disputed = الرسم متنازع عليه
code_not_verified = هويتك غير مؤكدة
code_disqualified = استُبعد
code_password = كلمة المرور
code_email = البريد الإلكتروني
code_phone = رقم الهاتف
code_second_factor = العامل الثاني
code_passkey = مفتاح مرور
code_expired = انتهت مدته
code_cancelled = أُلغي
code_investor = مستثمر
code_gamer = لاعب
code_farm_staff = عامل مزرعة
code_veterinarian = طبيب بيطري
code_admin = مسؤول
code_deceased = نفق الحيوان
code_taken_down = أُزيل
code_not_as_described = الحيوان ليس كما وُصف
code_other_animal = إنه حيوان آخر
code_unhealthy = الحيوان ليس سليمًا
code_documents_missing = تنقص مستندات
code_payment_disputed = الدفعة متنازع عليها
code_released = الثمن للبائع
code_parted = قُسم الثمن
code_refunded = الثمن للمشتري
code_fraud = يبدو احتيالًا
code_contact_details = فيه بيانات اتصال
code_offensive = مسيء
code_misleading = مضلل
code_wrong_animal = يُظهر حيوانًا آخر
code_prohibited = غير مسموح به هنا
code_listing_ended = انتهى العرض للبيع
code_price_changed = تغير الثمن
code_not_available = الحيوان غير متاح
code_order_cancelled = أُلغي الطلب
